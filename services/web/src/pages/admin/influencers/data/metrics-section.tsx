import { Group, List, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DailyMetrics, MetricSeries } from '../../../../api/admin-types';
import { Facts } from '../../../../components/facts';
import { Figure } from '../../../../components/figure';
import { Loading } from '../../../../components/loading';
import { gapSpans, lastKnown, sinceFirstKnown } from '../../../../domain/daily-chart';
import { formatDate, formatDay, formatNumber } from '../../../../i18n';
import { ExportLinks } from './export-links';
import { MetricTable } from './metric-table';
import { ranges, timeZone, type Range } from './use-daily-metrics';
import { useGapText } from './use-gap-text';
import { ViewChoice, type View } from './view-choice';

/** Charts are large; who does not look at one does not load them. */
const MetricChart = lazy(() => import('./metric-chart'));

interface Props {
  account: { id: string; platform: 'instagram' | 'tiktok' | 'youtube' };
  metrics: DailyMetrics;
  days: Range;
  onDays: (days: Range) => void;
}

/** Figures of an account over time: now, drawn, as a table, and as a file. */
export function MetricsSection({ account, metrics: { series, gaps, collectedAt }, days, onDays }: Props) {
  const { t } = useTranslation();
  const gapText = useGapText();
  const [name, setName] = useState<MetricSeries['name']>('followers');
  const chosen = series.find((one) => one.name === name) ?? series[0]!;
  const asOf = collectedAt && t('data.asOf', { date: formatDate(collectedAt) });
  return (
    <Stack gap="sm" component="section" aria-label={t('data.metrics')}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('data.metrics')}
        </Title>
        <ExportLinks
          accountId={account.id}
          table="metrics"
          what={t('data.dailyFigures')}
          query={{ days: String(days), timeZone }}
        />
      </Group>
      <Facts
        columns={series.length}
        facts={series.map((one) => [
          t(`data.metric.${one.name}`),
          <>
            <Text span size="lg" fw={600}>
              <Figure value={lastKnown(one.points)?.value} />
            </Text>
            <Text size="xs" c="dimmed">
              {one.lack === null && asOf}
            </Text>
          </>,
        ])}
      />
      <Group align="end">
        <NativeSelect
          label={t('data.figure')}
          value={name}
          data={series.map((one) => ({ value: one.name, label: t(`data.metric.${one.name}`) }))}
          onChange={(event) => setName(event.currentTarget.value as typeof name)}
        />
        <NativeSelect
          label={t('data.range')}
          value={String(days)}
          data={ranges.map((count) => ({ value: String(count), label: t('data.days', { count }) }))}
          onChange={(event) => onDays(Number(event.currentTarget.value) as Range)}
        />
      </Group>
      <Drawn series={chosen} platform={t(`platform.${account.platform}`)} />
      <Text size="sm" c="dimmed">
        {t('data.metricsText', { timeZone })}
      </Text>
      {gaps.length > 0 && (
        <div>
          <Title order={3} size="h5">
            {t('data.gaps')}
          </Title>
          <List size="sm" aria-label={t('data.gaps')}>
            {gaps.map(({ from, to, cause }) => (
              <List.Item key={from}>
                {to === null
                  ? t('data.gapSince', { from: formatDate(from) })
                  : t('data.gapFromTo', { from: formatDate(from), to: formatDate(to) })}
                {': '}
                {gapText(cause)}
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  );
}

function Drawn({ series: { name, lack, points }, platform }: { series: MetricSeries; platform: string }) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('chart');
  const metric = t(`data.metric.${name}`);
  const known = sinceFirstKnown(points);
  const last = lastKnown(known);
  if (lack !== null || !last) return <Text>{t(`data.lack.${lack ?? 'not_collected_yet'}`, { platform })}</Text>;
  const spans = gapSpans(known);
  const words = [
    t('data.chartOf', {
      metric,
      from: formatDay(known[0]!.day),
      to: formatDay(known.at(-1)!.day),
      value: formatNumber(last.value),
    }),
    ...(spans.length > 0 ? [t('data.gapsIn', { count: spans.length })] : []),
  ];
  return (
    <Stack gap="xs">
      <Group justify="flex-end">
        <ViewChoice what={metric} view={view} onChange={setView} />
      </Group>
      {view === 'table' ? (
        <MetricTable points={known} label={metric} />
      ) : (
        <Suspense fallback={<Loading />}>
          <MetricChart points={known} label={words.join(' ')} />
        </Suspense>
      )}
    </Stack>
  );
}
