import { Group, List, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DailyMetrics } from '../../../../api/admin-types';
import { Facts } from '../../../../components/facts';
import { Figure } from '../../figure';
import { lastKnown } from '../../../../domain/daily-chart';
import { formatDate } from '../../../../i18n';
import { ranges, type Range } from '../../charts/chart-search';
import { ExportButtons } from '../../charts/export-buttons';
import { ChartChoices } from '../../charts/chart-choices';
import { SeriesDrawing } from '../../charts/series-drawing';
import { useGapText } from '../../charts/use-gap-text';
import { metricNames } from '../profile-tabs';
import { timeZone } from './use-daily-metrics';
import { useDataSearch } from './use-data-search';

interface Props {
  account: { id: string; platform: 'instagram' | 'tiktok' | 'youtube' };
  metrics: DailyMetrics;
  days: Range;
}

/** Figures of an account over time: now, drawn, as a table, and as a file. */
export function MetricsSection({ account, metrics: { series, gaps, collectedAt }, days }: Props) {
  const { t } = useTranslation();
  const gapText = useGapText();
  const { search, change, view, setView } = useDataSearch();
  const chosen = series.find((one) => one.name === search.figure) ?? series[0]!;
  const asOf = collectedAt && t('data.asOf', { date: formatDate(collectedAt) });
  return (
    <Stack gap="sm" component="section" aria-label={t('data.metrics')}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('data.metrics')}
        </Title>
        <ExportButtons
          from={`/v1/social-accounts/${account.id}`}
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
      <ChartChoices
        name={t(`data.metric.${chosen.name}`)}
        points={chosen.points}
        view={view('metrics')}
        onView={(next) => setView('metrics', next)}
      >
        <NativeSelect
          label={t('data.figure')}
          value={chosen.name}
          data={metricNames.map((value) => ({ value, label: t(`data.metric.${value}`) }))}
          onChange={(event) => change({ figure: event.currentTarget.value as (typeof metricNames)[number] })}
        />
        <NativeSelect
          label={t('data.range')}
          value={String(days)}
          data={ranges.map((count) => ({ value: String(count), label: t('data.days', { count }) }))}
          onChange={(event) => change({ days: Number(event.currentTarget.value) as Range })}
        />
      </ChartChoices>
      <SeriesDrawing
        name={t(`data.metric.${chosen.name}`)}
        points={chosen.points}
        lack={t(`data.lack.${chosen.lack ?? 'not_collected_yet'}`, { platform: t(`platform.${account.platform}`) })}
        view={view('metrics')}
      />
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
