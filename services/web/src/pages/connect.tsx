import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { ProblemError } from '../api/problem';
import type { LinkSession } from '../api/types';
import { HelpLink } from '../components/help-link';
import { Loading } from '../components/loading';
import { PageTitle } from '../components/page-title';
import { PageProblem } from '../components/page-problem';
import { ProblemNotice } from '../components/problem-notice';
import { formatDate } from '../i18n';
import { rememberRequest, useEndedRequest } from './link-request';

/** Each is the whole page for somebody, and none of them is needed to read what the link asks for. */
const LinkCode = lazy(() => import('./link-code'));
const LinkStepper = lazy(() => import('./link-stepper'));
const UnusableLink = lazy(() => import('./unusable-link'));

/** The page behind an authorization link: who asks for what, the proof of person, then one account after the other. */
export default function Connect() {
  return (
    <Suspense fallback={<Loading />}>
      <Link />
    </Suspense>
  );
}

function Link() {
  const session = useQuery({
    queryKey: ['link-session'],
    queryFn: () => answerOf(api.GET('/v1/link-session')),
    // Whoever comes back from a platform may be here before the request knows that its account is connected.
    refetchInterval: ({ state }) => (state.data?.begun && !isEnded(state.error) ? 2_000 : false),
  });
  const hasEnded = isEnded(session.error);
  const ended = useEndedRequest(hasEnded);
  const requestId = session.data?.authorizationRequestId;
  useEffect(() => {
    if (requestId) rememberRequest(requestId);
  }, [requestId]);

  if (session.isPending || ended.isLoading) return <Loading />;
  if (ended.data?.status === 'finished') return <LinkStepper items={ended.data.items} />;
  if (hasEnded) return <UnusableLink />;
  if (session.data) return <LinkSteps session={session.data} />;
  return <PageProblem error={session.error} onRetry={() => void session.refetch()} />;
}

const isEnded = (error: unknown) => error instanceof ProblemError && error.code === 'gateway.link_unusable';

function LinkSteps({ session }: { session: LinkSession }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const update = (fresh: LinkSession) => queries.setQueryData(['link-session'], fresh);
  const begin = useMutation({ mutationFn: () => answerOf(api.POST('/v1/link-session')), onSuccess: update });
  const { organisationName, needsProof, proven, begun, expiresAt, items } = session;

  if (begun && needsProof && !proven) {
    return (
      <LinkCode
        organisation={organisationName}
        onProven={update}
        onAgain={() => begin.mutate()}
        again={{ pending: begin.isPending, done: begin.isSuccess, error: begin.error }}
      />
    );
  }
  if (begun) return <LinkStepper items={items} organisation={organisationName} />;
  return (
    <Stack gap="lg">
      <div>
        <PageTitle>{t('link.asks', { organisation: organisationName })}</PageTitle>
        <Text c="dimmed">{t('link.until', { date: formatDate(expiresAt) })}</Text>
      </div>
      <Text>{t('link.intro')}</Text>
      <HelpLink topic="authorization-link" w="fit-content" />
      {begin.error && <ProblemNotice error={begin.error} />}
      <Button size="md" loading={begin.isPending} onClick={() => begin.mutate()}>
        {t('link.begin')}
      </Button>
    </Stack>
  );
}
