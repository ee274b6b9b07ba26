import { useTranslation } from 'react-i18next';
import { Figure } from '../figure';
import type { DailyPoint } from '../../../domain/daily-chart';
import { formatDate, formatDay } from '../../../i18n';
import { DataTable, type Column } from '../data-table';
import { useGapText, useMissingText } from './use-gap-text';

type Point = DailyPoint & { since: string | null };

/** Every day, the newest first. */
export function MetricTable({ points, label }: { points: readonly Point[]; label: string }) {
  const { t } = useTranslation();
  const gapText = useGapText();
  const missingText = useMissingText();
  const columns: Column<Point>[] = [
    { name: t('data.day'), cell: ({ day }) => formatDay(day), sortBy: ({ day }) => day },
    { name: label, number: true, cell: ({ value }) => <Figure value={value} />, sortBy: ({ value }) => value },
    { name: t('data.since'), cell: ({ since }) => since && formatDate(since) },
    {
      name: t('data.remark'),
      cell: ({ gap, missing }) => (gap ? `${t('data.gapWord')}: ${gapText(gap)}` : missingText(missing).join(' ')),
    },
  ];
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={points.toReversed()}
      keyOf={({ day }) => day}
      minWidth={480}
      maxHeight={320}
    />
  );
}
