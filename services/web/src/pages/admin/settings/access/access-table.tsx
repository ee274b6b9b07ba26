import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccessReport } from '../../../../api/admin-types';
import { Figure } from '../../figure';
import { formatDay } from '../../../../i18n';
import { ScrollingTable } from '../../scrolling-table';

type Viewer = AccessReport['items'][number];

const figures = ['people', 'campaigns', 'rosterDays', 'downloads'] as const;

export function AccessTable({ viewers }: { viewers: readonly Viewer[] }) {
  const { t } = useTranslation();
  const columns = [
    { name: t('access.who') },
    ...figures.map((name) => ({ name: t(`access.column.${name}`), number: true })),
    { name: t('access.column.what') },
    { name: t('access.column.days') },
  ];
  return (
    <ScrollingTable label={t('access.title')} columns={columns} minWidth={860}>
      {viewers.map((viewer) => (
        <Table.Tr key={`${viewer.email} ${viewer.name} ${viewer.lastDay}`}>
          <Table.Th scope="row" fw="normal">
            <Text size="sm" fw={600}>
              {viewer.name ?? viewer.email ?? t('access.gone')}
            </Text>
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {[viewer.role === 'api_key' ? t('access.key') : t(`role.${viewer.role}`), viewer.name && viewer.email]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Table.Th>
          {figures.map((name) => (
            <Table.Td key={name} ta="right">
              <Figure value={viewer[name]} />
            </Table.Td>
          ))}
          <Table.Td>{viewer.areas.map((area) => t(`access.area.${area}`)).join(', ')}</Table.Td>
          <Table.Td>
            {t('access.days', { count: viewer.days })}
            <Text size="xs" c="dimmed">
              {t('access.last', { day: formatDay(viewer.lastDay) })}
            </Text>
          </Table.Td>
        </Table.Tr>
      ))}
    </ScrollingTable>
  );
}
