import { Alert, Button, Group, SimpleGrid, Stack, Title, VisuallyHidden } from '@mantine/core';
import { IconDatabase, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { useCollections } from '../api/collections';
import { ownAccountsQuery } from '../api/own-accounts';
import { useLiveUpdates } from '../api/live-updates';
import { isSignedOut, useSession } from '../api/session';
import type { SocialAccount } from '../api/types';
import { CardLink } from '../components/card-link';
import { NoPermission } from '../components/no-permission';
import { PageTitle } from '../components/page-title';
import { PlatformIcon } from '../components/platform-icon';
import { SignInNeeded } from '../components/sign-in-needed';
import type { ConnectTarget } from '../components/use-connect';
import { Unread } from '../components/unread';
import { byUrgency, cardStateOf } from '../domain/card-state';
import { connectable } from '../domain/connectable';
import { AccountCard } from './account-card';
import { ConnectDialog } from './connect-dialog';
import { MergeQuestion } from './merge-question';
import { UnfinishedCard } from './unfinished-card';
import { useStateNews } from './use-state-news';

/** Of the others nothing is collected now, and what was collected is not there for them. */
const hasCollection = ({ tracked, authState, pausedAt }: SocialAccount) =>
  tracked || authState === 'REAUTH' || pausedAt !== null;

/** What is connected, what needs the creator, and the way out of each; accounts with a problem come first. */
export default function Dashboard() {
  const { t } = useTranslation();
  const session = useSession();
  const isCreator = session.data?.kind === 'influencer';
  const accounts = useQuery({
    ...ownAccountsQuery,
    enabled: isCreator,
    refetchInterval: 30_000,
  });
  const unfinished = useQuery({
    queryKey: ['unfinished'],
    queryFn: () => answerOf(api.GET('/v1/connect-transactions')),
    enabled: isCreator,
  });
  useLiveUpdates('accounts', isCreator);
  const items = accounts.data?.items ?? [];
  const collected = items.filter(hasCollection);
  const collections = useCollections('accounts', collected);
  const now = new Date();
  // One whose collection is being asked for may yet turn out to be late.
  const known = items.filter((account) => collections.has(account.id) || !collected.includes(account));
  const news = useStateNews(
    known.map((account) => ({ ...account, state: cardStateOf(account, now, collections.get(account.id)) })),
  );
  const [target, setTarget] = useState<ConnectTarget>();

  if (isSignedOut(session.error) || isSignedOut(accounts.error)) return <SignInNeeded as="creator" />;
  if (session.data && !isCreator)
    return session.data.user ? <NoPermission to="creators" signIn="creator" /> : <SignInNeeded as="creator" />;
  if (!session.data || !accounts.data) return <Unread of={[session, accounts]} />;
  const sorted = byUrgency(items, now, collections);
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
          collection={collections.get(account.id)}
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
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="md">
        <CardLink
          to="/dashboard/data"
          icon={IconDatabase}
          label={t('dashboard.ownData')}
          text={t('dashboard.ownDataText')}
        />
        <CardLink
          to="/dashboard/security"
          icon={IconShieldLock}
          label={t('dashboard.security')}
          text={t('dashboard.securityText')}
        />
      </SimpleGrid>
      <ConnectDialog
        target={target}
        organisation={session.data?.organisation?.name}
        onClose={() => setTarget(undefined)}
      />
    </Stack>
  );
}
