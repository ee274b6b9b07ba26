import { Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { gapSpans, lastKnown, sinceFirstKnown, type DailyPoint } from '../../../domain/daily-chart';
import { formatDay, formatNumber } from '../../../i18n';
import type { View } from './chart-search';
import { MetricTable } from './metric-table';

/** Charts are large; who does not look at one does not load them. */
const MetricChart = lazy(() => import('./metric-chart'));

interface Props {
  /** What the figure is called. */
  name: string;
  points: readonly (DailyPoint & { since: string | null })[];
  /** Said instead where there is no figure. */
  lack: string;
  view: View;
}

/** A figure day by day, drawn or as a table. */
export function SeriesDrawing({ name, points, lack, view }: Props) {
  const { t } = useTranslation();
  const known = sinceFirstKnown(points);
  const last = lastKnown(known);
  if (!last) return <Text>{lack}</Text>;
  const spans = gapSpans(known);
  const words = [
    t('data.chartOf', {
      metric: name,
      from: formatDay(known[0]!.day),
      to: formatDay(known.at(-1)!.day),
      value: formatNumber(last.value),
    }),
    ...(spans.length > 0 ? [t('data.gapsIn', { count: spans.length })] : []),
  ];
  if (view === 'table') return <MetricTable points={known} label={name} />;
  return (
    <Suspense fallback={<Loading />}>
      <MetricChart points={known} label={words.join(' ')} />
    </Suspense>
  );
}
