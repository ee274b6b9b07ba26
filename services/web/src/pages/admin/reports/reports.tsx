import { NativeSelect, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { EmptyState } from '../../../components/empty-state';
import { Loading } from '../../../components/loading';
import { ButtonLink } from '../../../components/links';
import { PageTitle } from '../../../components/page-title';
import { ProblemNotice } from '../../../components/problem-notice';
import { MoreButton } from '../more-button';
import { usePages } from '../use-pages';
import { ReportCard } from './report-card';
import { readReportsSearch } from './reports-search';

/** Every public profile that somebody of the organisation found and that is still kept. */
export default function Reports() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/admin/reports' });
  const navigate = useNavigate({ from: '/admin/reports' });
  const { platform } = search;
  const reports = usePages(['reports', search], (page) =>
    answerOf(api.GET('/v1/reports', { params: { query: { limit: 25, ...search, ...page } } })),
  );
  return (
    <Stack gap="md">
      <PageTitle>{t('reports.title')}</PageTitle>
      <Text>{t('reports.text')}</Text>
      <NativeSelect
        maw={240}
        label={t('reports.platform')}
        value={platform ?? ''}
        data={[
          { value: '', label: t('reports.any') },
          ...(['instagram', 'tiktok', 'youtube'] as const).map((value) => ({ value, label: t(`platform.${value}`) })),
        ]}
        onChange={({ currentTarget }) =>
          void navigate({ search: readReportsSearch({ platform: currentTarget.value }), replace: true })
        }
      />
      {reports.error && <ProblemNotice error={reports.error} onRetry={() => void reports.refetch()} />}
      {!reports.items && !reports.error && <Loading />}
      {reports.items?.length === 0 && (
        <EmptyState
          title={t(platform ? 'reports.noMatch' : 'reports.empty')}
          action={
            <ButtonLink to="/admin/discover" mt="xs" size="xs" variant="default">
              {t('reports.toDiscover')}
            </ButtonLink>
          }
        >
          {t('reports.emptyText')}
        </EmptyState>
      )}
      <Stack component="ul" gap="xs" m={0} p={0} aria-label={t('reports.title')} aria-busy={reports.isPlaceholderData}>
        {reports.items?.map((report) => (
          <ReportCard key={report.id} report={report} />
        ))}
      </Stack>
      <MoreButton pages={reports} />
    </Stack>
  );
}
