import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { isSignedOut, useSession } from '../../api/session';
import type { Session } from '../../api/types';
import { ButtonLink } from '../../components/links';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { PageProblem } from '../../components/page-problem';
import { ProblemNotice } from '../../components/problem-notice';
import { applicationQuery } from './application-query';
import { Steps } from './steps';

/** Behind an application link: who asks, what it leads to, and one button. Looking at it begins nothing. */
export default function StartApplication() {
  const { t } = useTranslation();
  const { slug } = useParams({ from: '/apply/$slug' });
  const session = useSession();
  const form = useQuery({
    queryKey: ['application-form', slug],
    queryFn: () => answerOf(api.GET('/v1/application-forms/{slug}', { params: { path: { slug } } })),
  });

  if (form.error && !form.data) return <NoForm error={form.error} onRetry={() => void form.refetch()} />;
  if (!form.data || (session.isPending && !isSignedOut(session.error))) return <Loading />;
  const { organisationName: organisation, groupName } = form.data;
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <PageTitle>{t('apply.title', { organisation })}</PageTitle>
        <Text c="dimmed">{t('apply.group', { group: groupName })}</Text>
      </Stack>
      <Steps current="accounts" />
      <Text>{t('apply.intro', { organisation })}</Text>
      <Text>{t('link.intro')}</Text>
      <Beginning slug={slug} organisation={organisation} session={session.data} />
    </Stack>
  );
}

function NoForm({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  const closed = error instanceof ProblemError && error.status === 404;
  if (!closed) return <PageProblem error={error} onRetry={onRetry} />;
  return (
    <Stack align="flex-start">
      <PageTitle>{t('apply.closed')}</PageTitle>
      <Text>{t('apply.closedText')}</Text>
      <ButtonLink to="/sign-in" variant="default">
        {t('apply.knownAlready')}
      </ButtonLink>
    </Stack>
  );
}

interface BeginningProps {
  slug: string;
  organisation: string;
  session: Session | undefined;
}

/** The button, and what whoever sits here should know before pressing it. */
function Beginning({ slug, organisation, session }: BeginningProps) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const begun = useQuery({ ...applicationQuery, enabled: session?.kind === 'applicant' });
  const begin = useMutation({
    mutationFn: () => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return answerOf(api.POST('/v1/application-session', { body: { slug, timeZone, locale: i18n.language } }));
    },
    onSuccess: async (fresh) => {
      queries.removeQueries({ queryKey: applicationQuery.queryKey });
      queries.setQueryData(['session'], fresh);
      await navigate({ to: '/apply' });
    },
  });
  const button = (label: string, variant: 'filled' | 'default') => (
    <Button size="md" variant={variant} loading={begin.isPending} onClick={() => begin.mutate()}>
      {label}
    </Button>
  );

  if (session?.kind === 'member') return <Alert title={t('apply.member')}>{t('apply.memberText')}</Alert>;
  return (
    <Stack gap="md">
      {begin.error && <ProblemNotice error={begin.error} />}
      {begun.data && (
        <Alert title={t('apply.begun', { organisation: begun.data.form.organisationName })}>
          {t('apply.begunText')}
        </Alert>
      )}
      {session?.kind === 'influencer' && (
        <Alert title={t('apply.signedIn', { email: session.user?.email ?? '' })}>
          {t('apply.signedInText', { organisation })}
        </Alert>
      )}
      <Group>
        {begun.data && (
          <ButtonLink size="md" to="/apply">
            {t('apply.goOn')}
          </ButtonLink>
        )}
        {begun.data ? button(t('apply.beginAnew'), 'default') : button(t('apply.begin'), 'filled')}
        {session?.kind === 'influencer' && (
          <ButtonLink size="md" variant="default" to="/dashboard">
            {t('apply.dashboard')}
          </ButtonLink>
        )}
      </Group>
    </Stack>
  );
}
