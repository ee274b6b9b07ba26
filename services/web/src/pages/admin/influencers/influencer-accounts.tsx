import { Alert, Button, Card, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import type { Platform } from '../../../api/types';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { byUrgency } from '../../../domain/card-state';
import { accountsQuery } from './accounts-query';
import { InviteHandle } from './invite-handle';
import { InviteSteps } from './invite-steps';
import { ProfileAccount } from './profile-account';
import { AskForAccount } from './ask-for-account';

const requestable: Platform[] = ['instagram', 'tiktok', 'youtube'];

export function InfluencerAccounts({ influencerId, mayChange }: { influencerId: string; mayChange: boolean }) {
  const { t } = useTranslation();
  const accounts = useQuery({ ...accountsQuery(influencerId), refetchInterval: 30_000 });
  const invite = useMutation({
    mutationFn: (id: string) => answerOf(api.POST('/v1/ttcm-invites', { body: { socialAccountId: id } })),
  });
  if (accounts.error && !accounts.data)
    return <ProblemNotice error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (!accounts.data) return <Loading />;
  return (
    <Stack gap="md">
      {accounts.data.items.length === 0 && <Text>{t('admin.noAccounts')}</Text>}
      {byUrgency(accounts.data.items, new Date()).map((account) => (
        <ProfileAccount
          key={account.id}
          account={account}
          mayChange={mayChange}
          invite={
            mayChange && account.marketplace === 'NON_TTCM' ? (
              <Button
                size="xs"
                variant="default"
                loading={invite.isPending && invite.variables === account.id}
                onClick={() => invite.mutate(account.id)}
                aria-label={t('admin.inviteWhom', { handle: account.handle })}
              >
                {t('admin.invite')}
              </Button>
            ) : null
          }
        />
      ))}
      {invite.data && (
        <Alert role="status">
          {invite.data.state === 'BY_HAND' ? <InviteSteps steps={invite.data.instructions} /> : t('admin.invited')}
        </Alert>
      )}
      {invite.error && <ProblemNotice error={invite.error} />}
      {mayChange && (
        <Card withBorder component="section" aria-label={t('profile.askTitle')}>
          <Title order={2} size="h4" mb="xs">
            {t('profile.askTitle')}
          </Title>
          <Text size="sm" mb="sm">
            {t('profile.askText')}
          </Text>
          <Stack gap="xs">
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
