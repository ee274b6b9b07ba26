import { Alert, Badge, Button, Code, Group, Loader, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { List, Platform, SocialAccount } from '../api/types';
import { AccountState } from '../components/account-state';
import { PlatformIcon } from '../components/platform-icon';
import { ProblemNotice } from '../components/problem-notice';

const requestable: Platform[] = ['instagram', 'tiktok'];

export function InfluencerAccounts({ influencerId }: { influencerId: string }) {
  const { t } = useTranslation();
  const accounts = useQuery({
    queryKey: ['influencer-accounts', influencerId],
    queryFn: () => api.get<List<SocialAccount>>(`/v1/influencers/${influencerId}/social-accounts`),
    refetchInterval: 5_000,
  });
  const invite = useMutation({ mutationFn: (id: string) => api.post('/v1/ttcm-invites', { socialAccountId: id }) });
  if (accounts.error) return <ProblemNotice error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (!accounts.data) return <Loader size="sm" aria-label={t('app.loading')} />;
  return (
    <Stack gap="xs" mt="sm">
      {accounts.data.items.length === 0 && <Text size="sm">{t('admin.noAccounts')}</Text>}
      {accounts.data.items.map((account) => (
        <Group key={account.id} gap="sm">
          <PlatformIcon platform={account.platform} size={18} />
          <Text size="sm">{account.handle ? `@${account.handle}` : t(`platform.${account.platform}`)}</Text>
          <AccountState state={account.authState} />
          {account.marketplace && <Badge variant="outline">{t(`state.marketplace.${account.marketplace}`)}</Badge>}
          {account.marketplace === 'NON_TTCM' && (
            <Button size="xs" variant="default" onClick={() => invite.mutate(account.id)}>
              {t('admin.invite')}
            </Button>
          )}
        </Group>
      ))}
      {invite.isSuccess && <Alert role="status">{t('admin.invited')}</Alert>}
      {invite.error && <ProblemNotice error={invite.error} />}
      <Group gap="xs">
        {requestable.map((platform) => (
          <CopyLink key={platform} influencerId={influencerId} platform={platform} />
        ))}
      </Group>
    </Stack>
  );
}

/** Copies a fresh link; where the clipboard is refused, the link is shown to be copied by hand. */
function CopyLink({ influencerId, platform }: { influencerId: string; platform: Platform }) {
  const { t } = useTranslation();
  const [byHand, setByHand] = useState<string>();
  const copy = useMutation({
    mutationFn: async () => {
      const request = await api.post<{ id: string }>('/v1/authorization-requests', {
        influencerId,
        platforms: [{ platform }],
      });
      const { url } = await api.post<{ url: string }>('/v1/authorization-links', {
        authorizationRequestId: request.id,
        delivery: 'copy',
      });
      await navigator.clipboard.writeText(url).catch(() => setByHand(url));
    },
  });
  return (
    <div>
      <Button size="xs" variant="light" loading={copy.isPending} onClick={() => copy.mutate()}>
        {t('admin.request', { platform: t(`platform.${platform}`) })}
      </Button>
      {copy.error && <ProblemNotice error={copy.error} />}
      {copy.isSuccess && !byHand && (
        <Text size="xs" role="status">
          {t('admin.copied')}
        </Text>
      )}
      {byHand && (
        <Text size="xs" role="status">
          {t('admin.copyByHand')} <Code>{byHand}</Code>
        </Text>
      )}
    </div>
  );
}
