import { Card, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCollections } from '../../../api/collections';
import type { Platform } from '../../../api/types';
import { EmptyState } from '../../../components/empty-state';
import { HelpLink } from '../../../components/help-link';
import { keepRowFocus } from '../../../components/keep-row-focus';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { byUrgency } from '../../../domain/card-state';
import { NoSender } from '../links/no-sender';
import { accountsQuery } from './accounts-query';
import { InviteHandle } from './invite-handle';
import { ProfileAccount } from './profile-account';
import { AskForAccount } from './ask-for-account';
import { Requests } from './requests';

const requestable: Platform[] = ['instagram', 'tiktok', 'youtube'];

export function InfluencerAccounts({ influencerId, mayChange }: { influencerId: string; mayChange: boolean }) {
  const { t } = useTranslation();
  const accounts = useQuery({ ...accountsQuery(influencerId), refetchInterval: 30_000 });
  const collections = useCollections('admin', accounts.data?.items ?? []);
  if (accounts.error && !accounts.data)
    return <ProblemNotice error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (!accounts.data) return <Loading />;
  return (
    <Stack ref={keepRowFocus} gap="md">
      {mayChange && <NoSender />}
      {accounts.data.items.length === 0 && (
        <EmptyState title={t(mayChange ? 'admin.noAccounts' : 'roster.noAccounts')} />
      )}
      {byUrgency(accounts.data.items, new Date(), collections).map((account) => (
        <ProfileAccount
          key={account.id}
          account={account}
          collection={collections.get(account.id) ?? undefined}
          mayChange={mayChange}
        />
      ))}
      <Requests influencerId={influencerId} mayChange={mayChange} />
      {mayChange && (
        <Card withBorder component="section" aria-label={t('profile.askTitle')}>
          <Title order={2} size="h4" mb="xs">
            {t('profile.askTitle')}
          </Title>
          <Text size="sm" mb="sm">
            {t('profile.askText')}
          </Text>
          <Stack gap="xs">
            <HelpLink topic="ask-creators" w="fit-content" />
            {requestable.map((platform) => (
              <AskForAccount key={platform} influencerId={influencerId} platform={platform} />
            ))}
          </Stack>
        </Card>
      )}
      {mayChange && <InviteHandle influencerId={influencerId} />}
    </Stack>
  );
}
