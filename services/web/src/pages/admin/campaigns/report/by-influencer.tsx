import { Group, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../figure';
import { TextLink } from '../../../../components/links';
import { Loading } from '../../../../components/loading';
import { formatNumber } from '../../../../i18n';
import { ExportButtons } from '../../charts/export-buttons';
import { mostBars } from '../../charts/most-bars';
import { ViewChoice } from '../../charts/view-choice';
import { DataTable, type Column } from '../../data-table';
import { figures, type Report } from './report-types';
import { useReportSearch } from './use-report-search';

const PartBars = lazy(() => import('../../charts/part-bars'));

interface Props {
  campaignId: string;
  influencers: Report['influencers'];
}

/** Who achieved how much: the chosen figure in bars, or all of them as a table. */
export function ByInfluencer({ campaignId, influencers }: Props) {
  const { t } = useTranslation();
  const { search, view, setView } = useReportSearch();
  const asTable = view('influencers') === 'table';
  const name = t('report.byInfluencer');
  return (
    <Stack gap="xs" component="section" aria-label={name}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {name}
        </Title>
        <ExportButtons from={`/v1/campaigns/${campaignId}/report`} table="totals" what={t('report.totalsFile')} />
      </Group>
      <Group justify="space-between" align="end">
        <Text size="sm" fw={600}>
          {!asTable && t(`report.figure.${search.figure ?? 'views'}`)}
        </Text>
        <ViewChoice what={name} view={view('influencers')} onChange={(next) => setView('influencers', next)} />
      </Group>
      {asTable ? <AllFigures influencers={influencers} /> : <Bars influencers={influencers} />}
    </Stack>
  );
}

function Bars({ influencers }: { influencers: Report['influencers'] }) {
  const { t } = useTranslation();
  const { figure = 'views' } = useReportSearch().search;
  const metric = t(`report.figure.${figure}`);
  const told = influencers
    .flatMap(({ name, [figure]: value }) => (value === null ? [] : [{ label: name, value }]))
    .toSorted((a, b) => b.value - a.value);
  if (told.length === 0) return <Text size="sm">{t('report.noneTold', { metric })}</Text>;
  const drawn = told.slice(0, mostBars);
  const notes = [
    ...(told.length > drawn.length ? [t('data.topOf', { shown: drawn.length, count: told.length })] : []),
    ...(told.length < influencers.length ? [t('report.notTold', { count: influencers.length - told.length })] : []),
  ];
  return (
    <Suspense fallback={<Loading />}>
      <PartBars
        parts={drawn}
        format={formatNumber}
        label={`${metric}: ${drawn.map(({ label, value }) => `${label} ${formatNumber(value)}`).join(', ')}`}
      />
      {notes.length > 0 && (
        <Text size="xs" c="dimmed">
          {notes.join(' ')}
        </Text>
      )}
    </Suspense>
  );
}

type ReportInfluencer = Report['influencers'][number];

function AllFigures({ influencers }: { influencers: Report['influencers'] }) {
  const { t } = useTranslation();
  const columns: Column<ReportInfluencer>[] = [
    {
      name: t('report.influencer'),
      cell: ({ id, name, accounts }) => (
        <>
          <TextLink to="/admin/influencers/$id" params={{ id }} search={{ tab: 'data' }}>
            {name}
          </TextLink>
          <Text size="xs" c="dimmed">
            {accounts.map(({ handle, platform }) => `@${handle} (${t(`platform.${platform}`)})`).join(', ') ||
              t('report.noFigures')}
          </Text>
        </>
      ),
      sortBy: ({ name }) => name,
    },
    ...figures.map((figure): Column<ReportInfluencer> => ({
      name: t(`report.figure.${figure}`),
      number: true,
      cell: (influencer) => <Figure value={influencer[figure]} />,
      sortBy: (influencer) => influencer[figure],
    })),
  ];
  return (
    <DataTable
      label={t('report.byInfluencer')}
      columns={columns}
      rows={influencers}
      keyOf={({ id }) => id}
      minWidth={520}
    />
  );
}
