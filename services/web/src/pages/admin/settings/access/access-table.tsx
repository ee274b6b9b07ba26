import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccessReport } from '../../../../api/admin-types';
import { formatDay } from '../../../../i18n';
import { DataTable, type Column } from '../../data-table';
import { Figure } from '../../figure';

type Viewer = AccessReport['items'][number];

const figures = ['people', 'campaigns', 'rosterDays', 'downloads'] as const;

export function AccessTable({ viewers }: { viewers: readonly Viewer[] }) {
  const { t } = useTranslation();
  const columns: Column<Viewer>[] = [
    { name: t('access.who'), cell: (viewer) => <Who viewer={viewer} />, sortBy: ({ name, email }) => name ?? email },
    ...figures.map((figure): Column<Viewer> => ({
      name: t(`access.column.${figure}`),
      number: true,
      cell: (viewer) => <Figure value={viewer[figure]} />,
      sortBy: (viewer) => viewer[figure],
    })),
    { name: t('access.column.what'), cell: ({ areas }) => areas.map((area) => t(`access.area.${area}`)).join(', ') },
    {
      name: t('access.column.days'),
      cell: ({ days, lastDay }) => (
        <>
          {t('access.days', { count: days })}
          <Text size="xs" c="dimmed">
            {t('access.last', { day: formatDay(lastDay) })}
          </Text>
        </>
      ),
      sortBy: ({ lastDay }) => lastDay,
    },
  ];
  return (
    <DataTable
      label={t('access.title')}
      columns={columns}
      rows={viewers}
      keyOf={({ email, name, lastDay }) => `${email} ${name} ${lastDay}`}
      minWidth={860}
    />
  );
}

function Who({ viewer: { name, email, role } }: { viewer: Viewer }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm" fw={600}>
        {name ?? email ?? t('access.gone')}
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {[role === 'api_key' ? t('access.key') : t(`role.${role}`), name && email].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}
