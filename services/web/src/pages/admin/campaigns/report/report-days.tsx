import { Group, List, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../../api/client';
import { Loading } from '../../../../components/loading';
import { ProblemNotice } from '../../../../components/problem-notice';
import { gapSpans, missingSpans, type DaySpan } from '../../../../domain/daily-chart';
import { formatDay } from '../../../../i18n';
import { ranges, readRange } from '../../charts/chart-search';
import { ExportButtons } from '../../charts/export-buttons';
import { ChartChoices } from '../../charts/chart-choices';
import { SeriesDrawing } from '../../charts/series-drawing';
import { useGapText, useMissingText } from '../../charts/use-gap-text';
import { reportFigures, type ReportFigure } from '../campaign-tabs';
import type { CampaignPoint, Report } from './report-types';
import { useReportSearch } from './use-report-search';

/** More of them hide the chart; the table has all. */
const mostSpans = 6;

/** What the posts of the campaign added up to, day by day: of everybody, or of one influencer. */
export function ReportDays({ campaignId, influencers }: { campaignId: string; influencers: Report['influencers'] }) {
  const { t } = useTranslation();
  const { search, change, view, setView } = useReportSearch();
  const { figure = 'views', days } = search;
  const influencer = influencers.find(({ id }) => id === search.influencer);
  const query = { ...(days && { days }), ...(influencer && { influencerId: influencer.id }) };
  const daily = useQuery({
    queryKey: ['admin', 'report', campaignId, 'daily', query],
    queryFn: () =>
      answerOf(api.GET('/v1/campaigns/{id}/report/daily', { params: { path: { id: campaignId }, query } })),
    // What was there stays on the page while another choice is being answered.
    placeholderData: (before) => before,
  });
  const series = daily.data?.series.find(({ name }) => name === figure);
  return (
    <Stack gap="sm" component="section" aria-label={t('report.days')}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('report.days')}
        </Title>
        <ExportButtons
          from={`/v1/campaigns/${campaignId}/report`}
          table="daily"
          what={t('data.dailyFigures')}
          query={Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))}
        />
      </Group>
      <ChartChoices
        name={t(`report.figure.${figure}`)}
        points={series?.points}
        view={view('daily')}
        onView={(next) => setView('daily', next)}
      >
        <NativeSelect
          label={t('data.figure')}
          value={figure}
          data={reportFigures.map((value) => ({ value, label: t(`report.figure.${value}`) }))}
          onChange={(event) => change({ figure: event.currentTarget.value as ReportFigure })}
        />
        <NativeSelect
          label={t('data.range')}
          value={String(days ?? '')}
          data={[
            { value: '', label: t('report.ownDays') },
            ...ranges.map((count) => ({ value: String(count), label: t('data.days', { count }) })),
          ]}
          onChange={(event) => change({ days: readRange(event.currentTarget.value) })}
        />
        <NativeSelect
          label={t('report.whose')}
          value={influencer?.id ?? ''}
          data={[
            { value: '', label: t('report.everybody') },
            ...influencers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => change({ influencer: event.currentTarget.value || undefined })}
        />
      </ChartChoices>
      {daily.error && <ProblemNotice error={daily.error} onRetry={() => void daily.refetch()} />}
      {daily.isPending && <Loading />}
      {series && (
        <>
          <SeriesDrawing
            name={t(`report.figure.${figure}`)}
            points={series.points}
            lack={t(`report.lack.${series.lack ?? 'not_in_days'}`)}
            view={view('daily')}
          />
          <Text size="sm" c="dimmed">
            {t('report.daysText')}
          </Text>
          <Gaps points={series.points} />
        </>
      )}
    </Stack>
  );
}

function Gaps({ points }: { points: readonly CampaignPoint[] }) {
  const { t } = useTranslation();
  const gapText = useGapText();
  const missingText = useMissingText();
  const spans: (DaySpan & { text: string })[] = [
    ...gapSpans(points).map((span) => ({ ...span, text: `${t('data.gapWord')}: ${gapText(span.cause)}` })),
    ...missingSpans(points).map((span) => ({ ...span, text: missingText(span.missing).join(' ') })),
  ].toSorted((a, b) => b.to.localeCompare(a.to));
  if (spans.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h5">
        {t('report.gaps')}
      </Title>
      <List size="sm" aria-label={t('report.gaps')}>
        {spans.slice(0, mostSpans).map(({ from, to, text }) => (
          <List.Item key={`${from} ${text}`}>
            {from === to ? formatDay(from) : t('data.gapFromTo', { from: formatDay(from), to: formatDay(to) })}
            {': '}
            {text}
          </List.Item>
        ))}
      </List>
      {spans.length > mostSpans && (
        <Text size="xs" c="dimmed">
          {t('report.olderGaps', { count: spans.length - mostSpans })}
        </Text>
      )}
    </div>
  );
}
