import { SegmentedControl, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { EmptyState } from '../../../components/empty-state';
import { HelpLink } from '../../../components/help-link';
import { ButtonLink } from '../../../components/links';
import { Loading } from '../../../components/loading';
import { PageTitle } from '../../../components/page-title';
import { ProblemNotice } from '../../../components/problem-notice';
import { MoreButton } from '../more-button';
import { usePages } from '../use-pages';
import { ApplicationCard } from './application-card';
import { applicationStatuses, readApplicationsSearch } from './applications-search';

/** Who applied through a link of a group: those who wait first, the decided ones one press away. */
export default function Applications() {
  const { t } = useTranslation();
  const { status = 'submitted' } = useSearch({ from: '/admin/applications' });
  const navigate = useNavigate({ from: '/admin/applications' });
  const applications = usePages(['applications', status], (page) =>
    answerOf(api.GET('/v1/applications', { params: { query: { status, ...page } } })),
  );
  return (
    <Stack gap="md">
      <div>
        <PageTitle>{t('applications.title')}</PageTitle>
        <HelpLink topic="applications-inbox" />
      </div>
      <SegmentedControl
        maw={420}
        aria-label={t('applications.filter')}
        value={status}
        data={applicationStatuses.map((value) => ({ value, label: t(`applications.status.${value}`) }))}
        onChange={(value) => void navigate({ search: readApplicationsSearch({ status: value }), replace: true })}
      />
      {applications.error && <ProblemNotice error={applications.error} onRetry={() => void applications.refetch()} />}
      {!applications.items && !applications.error && <Loading />}
      {applications.items?.length === 0 && (
        <EmptyState
          title={t(`applications.empty.${status}`)}
          {...(status === 'submitted' && {
            action: (
              <ButtonLink to="/admin/settings" search={{ tab: 'groups' }} mt="xs" size="xs" variant="default">
                {t('applications.toLinks')}
              </ButtonLink>
            ),
          })}
        >
          {status === 'submitted' && t('applications.emptyText')}
        </EmptyState>
      )}
      {applications.items?.map((application) => (
        <ApplicationCard key={application.id} application={application} />
      ))}
      <MoreButton pages={applications} />
    </Stack>
  );
}
