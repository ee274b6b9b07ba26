import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/problem';
import { isSignedOut, useSession } from '../../api/session';
import { ButtonLink } from '../../components/links';
import { PageTitle } from '../../components/page-title';
import { Unread } from '../../components/unread';
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
  const session = useSession();
  const applies = session.data?.kind === 'applicant';
  const application = useQuery({
    ...applicationQuery,
    enabled: applies,
    // What was connected or typed a moment ago arrives by itself.
    refetchInterval: ({ state }) => (state.data?.status === 'draft' ? 2_500 : 30_000),
  });
  const gone = application.error instanceof ProblemError && application.error.status === 404;
  const isOver = isSignedOut(session.error) || isSignedOut(application.error);

  if (gone || (session.data && !applies)) return <NoApplication />;
  // Whoever is typing goes on typing, also when the session has ended.
  if (isOver && application.data?.status !== 'draft') return <NoApplication />;
  if (!application.data) return <Unread of={[session, application]} />;
  if (application.data.status !== 'draft') return <Answer application={application.data} />;
  const { id } = application.data;
  return <Draft key={id} application={application.data} readAt={application.dataUpdatedAt} isOver={isOver} />;
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
