import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/problem';
import { isSignedOut, useSession } from '../../api/session';
import { ButtonLink } from '../../components/links';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemNotice } from '../../components/problem-notice';
import { Answer } from './answer';
import { applicationQuery } from './application-query';
import { ContinueWithLink } from './continue-with-link';
import { Draft } from './draft';

export default function Application() {
  const token = useLocation({ select: (location) => location.hash });
  return token ? <ContinueWithLink token={token} /> : <OwnApplication />;
}

/** The application of this browser: one step after the other, then what became of it. A reload loses nothing. */
function OwnApplication() {
  const { step } = useSearch({ from: '/apply' });
  const session = useSession();
  const applies = session.data?.kind === 'applicant';
  const application = useQuery({
    ...applicationQuery,
    enabled: applies,
    // What was connected a moment ago arrives by itself.
    refetchInterval: ({ state }) => (state.data?.status === 'draft' && step !== 'details' ? 2_500 : 30_000),
  });
  const gone = application.error instanceof ProblemError && application.error.status === 404;

  if (isSignedOut(session.error) || (session.data && !applies) || gone) return <NoApplication />;
  const error = session.error ?? application.error;
  if (error) return <ProblemNotice error={error} onRetry={() => void application.refetch()} />;
  if (!application.data) return <Loading />;
  if (application.data.status !== 'draft') return <Answer application={application.data} />;
  return <Draft application={application.data} />;
}

function NoApplication() {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start">
      <PageTitle>{t('apply.none')}</PageTitle>
      <Text>{t('apply.noneText')}</Text>
      <ButtonLink to="/sign-in" variant="default">
        {t('apply.knownAlready')}
      </ButtonLink>
    </Stack>
  );
}
