import { Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { AudienceBreakdown } from '../../../../api/admin-types';
import { answerOf, api } from '../../../../api/client';
import { Loading } from '../../../../components/loading';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ageLabel, countryName, genderOf, shares, type AudienceDimension } from '../../../../domain/audience-label';
import { formatDate, formatNumber, formatShare } from '../../../../i18n';
import { ExportButtons } from '../../charts/export-buttons';
import { mostBars } from '../../charts/most-bars';
import { ViewChoice } from '../../charts/view-choice';
import { DataTable, type Column } from '../../data-table';
import { useDataSearch } from './use-data-search';

const PartBars = lazy(() => import('../../charts/part-bars'));

/** Who follows or watches, as far as the platform tells it. */
export function AudienceSection({ id, platform }: { id: string; platform: 'instagram' | 'tiktok' | 'youtube' }) {
  const { t } = useTranslation();
  const profile = useQuery({
    queryKey: ['admin', 'audience', id],
    queryFn: () => answerOf(api.GET('/v1/social-accounts/{id}/profile', { params: { path: { id } } })),
  });
  return (
    <Stack gap="sm" component="section" aria-label={t('data.audience')}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('data.audience')}
        </Title>
        {profile.data && profile.data.audience.length > 0 && (
          <ExportButtons from={`/v1/social-accounts/${id}`} table="audience" what={t('data.audienceFigures')} />
        )}
      </Group>
      {profile.error && <ProblemNotice error={profile.error} onRetry={() => void profile.refetch()} />}
      {profile.isPending && <Loading />}
      {profile.data?.audience.length === 0 && <Text size="sm">{t(`data.audienceEmpty.${platform}`)}</Text>}
      {profile.data && profile.data.audience.length > 0 && (
        <>
          <Text size="sm" c="dimmed">
            {t(`data.audienceText.${platform}`)}
          </Text>
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            {profile.data.audience.map((breakdown) => (
              <Breakdown key={breakdown.dimension} breakdown={breakdown} />
            ))}
          </SimpleGrid>
        </>
      )}
    </Stack>
  );
}

function Breakdown({ breakdown: { dimension, parts, collectedAt } }: { breakdown: AudienceBreakdown }) {
  const { t } = useTranslation();
  const labelOf = useLabel(dimension);
  const { view, setView } = useDataSearch();
  const name = t(`data.dimension.${dimension}`);
  const all = shares(dimension, parts).map((part) => ({ ...part, label: labelOf(part.key) }));
  const columns: Column<(typeof all)[number]>[] = [
    { name: t('data.part'), cell: ({ label }) => label, sortBy: ({ label }) => label },
    { name: t('data.share'), number: true, cell: ({ share }) => formatShare(share), sortBy: ({ share }) => share },
    { name: t('data.amount'), number: true, cell: ({ value }) => formatNumber(value), sortBy: ({ value }) => value },
  ];
  const drawn = all.slice(0, mostBars);
  return (
    <Stack gap="xs" component="section" aria-label={name}>
      <Group justify="space-between">
        <div>
          <Title order={3} size="h5">
            {name}
          </Title>
          <Text size="xs" c="dimmed">
            {t('data.asOf', { date: formatDate(collectedAt) })}
          </Text>
        </div>
        <ViewChoice what={name} view={view(dimension)} onChange={(next) => setView(dimension, next)} />
      </Group>
      {view(dimension) === 'table' ? (
        <DataTable label={name} columns={columns} rows={all} keyOf={({ key }) => key} minWidth={280} maxHeight={320} />
      ) : (
        <Suspense fallback={<Loading />}>
          <PartBars
            parts={drawn.map(({ label, share }) => ({ label, value: share }))}
            format={formatShare}
            label={`${name}: ${drawn.map(({ label, share }) => `${label} ${formatShare(share)}`).join(', ')}`}
          />
          {all.length > drawn.length && (
            <Text size="xs" c="dimmed">
              {t('data.topOf', { shown: drawn.length, count: all.length })}
            </Text>
          )}
        </Suspense>
      )}
    </Stack>
  );
}

function useLabel(dimension: AudienceDimension): (key: string) => string {
  const { t, i18n } = useTranslation();
  if (dimension === 'gender') return (key) => t(`data.gender.${genderOf(key)}`);
  if (dimension === 'country') return (key) => countryName(key, i18n.language);
  return dimension === 'age' ? ageLabel : (key) => key;
}
