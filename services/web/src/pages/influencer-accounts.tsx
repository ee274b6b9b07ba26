import { Alert, Badge, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { List, Platform, SocialAccount } from '../api/types';
import { AccountState } from '../components/account-state';
import { PlatformIcon } from '../components/platform-icon';
import { ProblemNotice } from '../components/problem-notice';
import { byUrgency, cardStateOf } from '../domain/card-state';
import { AskForAccount } from './ask-for-account';

const requestable: Platform[] = ['instagram', 'tiktok'];

export function InfluencerAccounts({ influencerId, mayChange }: { influencerId: string; mayChange: boolean }) {
  const { t } = useTranslation();
  const accounts = useQuery({
    queryKey: ['influencer-accounts', influencerId],
    queryFn: () => api.get<List<SocialAccount>>(`/v1/influencers/${influencerId}/social-accounts?limit=100`),
    refetchInterval: 30_000,
  });
  const invite = useMutation({ mutationFn: (id: string) => api.post('/v1/ttcm-invites', { socialAccountId: id }) });
  if (accounts.error) return <ProblemNotice error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (!accounts.data) return <Loader size="sm" aria-label={t('app.loading')} />;
  return (
    <Stack gap="sm" mt="sm">
      {accounts.data.items.length === 0 && <Text size="sm">{t('admin.noAccounts')}</Text>}
      {byUrgency(accounts.data.items, new Date()).map((account) => (
        <AccountRow
          key={account.id}
          account={account}
          onInvite={mayChange ? () => invite.mutate(account.id) : undefined}
        />
      ))}
      {invite.isSuccess && <Alert role="status">{t('admin.invited')}</Alert>}
      {invite.error && <ProblemNotice error={invite.error} />}
      {mayChange &&
        requestable.map((platform) => <AskForAccount key={platform} influencerId={influencerId} platform={platform} />)}
    </Stack>
  );
}

function AccountRow({ account, onInvite }: { account: SocialAccount; onInvite: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { platform, handle, marketplace } = account;
  return (
    <Group gap="xs">
      <PlatformIcon platform={platform} size={18} />
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{`@${handle}`}</Text>
      <AccountState state={cardStateOf(account, new Date())} />
      {marketplace && (
        <Badge variant="default" size="lg" tt="none">
          {t(`state.marketplace.${marketplace}`)}
        </Badge>
      )}
      {marketplace === 'NON_TTCM' && onInvite && (
        <Button size="xs" variant="default" onClick={onInvite} aria-label={t('admin.inviteWhom', { handle })}>
          {t('admin.invite')}
        </Button>
      )}
    </Group>
  );
}
