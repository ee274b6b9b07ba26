import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Figure } from '../figure';
import type { DailyPoint } from '../../../domain/daily-chart';
import { formatDate, formatDay } from '../../../i18n';
import { ScrollingTable } from '../scrolling-table';
import { useGapText, useMissingText } from './use-gap-text';

/** Every day, the newest first. */
export function MetricTable({
  points,
  label,
}: {
  points: readonly (DailyPoint & { since: string | null })[];
  label: string;
}) {
  const { t } = useTranslation();
  const gapText = useGapText();
  const missingText = useMissingText();
  const columns = [
    { name: t('data.day') },
    { name: label, number: true },
    { name: t('data.since') },
    { name: t('data.remark') },
  ];
  return (
    <ScrollingTable label={label} columns={columns} minWidth={480} maxHeight={320}>
      {points.toReversed().map(({ day, value, since, gap, missing }) => (
        <Table.Tr key={day}>
          <Table.Th scope="row" fw="normal">
            {formatDay(day)}
          </Table.Th>
          <Table.Td ta="right">
            <Figure value={value} />
          </Table.Td>
          <Table.Td>{since && formatDate(since)}</Table.Td>
          <Table.Td>{gap ? `${t('data.gapWord')}: ${gapText(gap)}` : missingText(missing).join(' ')}</Table.Td>
        </Table.Tr>
      ))}
    </ScrollingTable>
  );
}
