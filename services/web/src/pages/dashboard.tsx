import { Alert, Button, Group, Stack, Title, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { useLiveUpdates } from '../api/live-updates';
import { isSignedOut, useSession } from '../api/session';
import { TextLink } from '../components/links';
import { Loading } from '../components/loading';
import { NoPermission } from '../components/no-permission';
import { PageTitle } from '../components/page-title';
import { PlatformIcon } from '../components/platform-icon';
import { ProblemNotice } from '../components/problem-notice';
import { SignInNeeded } from '../components/sign-in-needed';
import type { ConnectTarget } from '../components/use-connect';
import { byUrgency } from '../domain/card-state';
import { connectable } from '../domain/connectable';
import { AccountCard } from './account-card';
import { ConnectDialog } from './connect-dialog';
import { MergeQuestion } from './merge-question';
import { UnfinishedCard } from './unfinished-card';
import { useStateNews } from './use-state-news';

/** What is connected, what needs the creator, and the way out of each; accounts with a problem come first. */
export default function Dashboard() {
  const { t } = useTranslation();
  const session = useSession();
  const isCreator = session.data?.kind === 'influencer';
  const accounts = useQuery({
    queryKey: ['accounts'],
    queryFn: () => answerOf(api.GET('/v1/social-accounts', { params: { query: { limit: 100 } } })),
    enabled: isCreator,
    refetchInterval: 30_000,
  });
  const unfinished = useQuery({
    queryKey: ['unfinished'],
    queryFn: () => answerOf(api.GET('/v1/connect-transactions')),
    enabled: isCreator,
  });
  useLiveUpdates('accounts', isCreator);
  const news = useStateNews(accounts.data?.items);
  const [target, setTarget] = useState<ConnectTarget>();

  if (isSignedOut(session.error) || isSignedOut(accounts.error)) return <SignInNeeded as="creator" />;
  if (session.error && !session.data)
    return <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />;
  if (session.data && !isCreator)
    return session.data.user ? <NoPermission to="creators" signIn="creator" /> : <SignInNeeded as="creator" />;
  if (accounts.error && !accounts.data)
    return <ProblemNotice error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (!accounts.data) return <Loading />;
  const sorted = byUrgency(accounts.data.items, new Date());
  const open = unfinished.data?.items ?? [];
  return (
    <Stack gap="md">
      <PageTitle>{t('dashboard.title')}</PageTitle>
      <VisuallyHidden role="status">{news}</VisuallyHidden>
      <MergeQuestion />
      {sorted.length + open.length === 0 && <Alert title={t('dashboard.empty')}>{t('dashboard.emptyText')}</Alert>}
      {open.map((transaction) => (
        <UnfinishedCard
          key={transaction.id}
          transaction={transaction}
          handle={sorted.find(({ id }) => id === transaction.socialAccountId)?.handle}
        />
      ))}
      {sorted.map((account) => (
        <AccountCard
          key={account.id}
          account={account}
          onConnect={() => setTarget({ platform: account.platform, socialAccountId: account.id })}
        />
      ))}
      <Title order={2} size="h3" mt="md">
        {t('dashboard.add')}
      </Title>
      <Group>
        {connectable.map((platform) => (
          <Button
            key={platform}
            variant={sorted.length + open.length === 0 ? 'filled' : 'default'}
            leftSection={<PlatformIcon platform={platform} size={18} />}
            aria-label={t('dashboard.addAt', { platform: t(`platform.${platform}`) })}
            onClick={() => setTarget({ platform })}
          >
            {t(`platform.${platform}`)}
          </Button>
        ))}
      </Group>
      <TextLink to="/dashboard/data">{t('dashboard.ownData')}</TextLink>
      <ConnectDialog
        target={target}
        organisation={session.data?.organisation?.name}
        onClose={() => setTarget(undefined)}
      />
    </Stack>
  );
}
