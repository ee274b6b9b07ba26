import { Alert, Button, Card, Group, Loader, Modal, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { List, Platform, Session, SocialAccount } from '../api/types';
import { AccountState } from '../components/account-state';
import { PlatformIcon } from '../components/platform-icon';
import { ProblemNotice } from '../components/problem-notice';
import { useConnect } from '../components/use-connect';

const urgency = { REAUTH: 0, NON_AUTH: 1, AUTHENTICATED: 2 };
const connectable: Platform[] = ['instagram', 'tiktok'];

/** What is connected, what needs the creator, and the way out of each; accounts with a problem come first. */
export default function Dashboard() {
  const { t } = useTranslation();
  const session = useQuery({ queryKey: ['session'], queryFn: () => api.get<Session>('/v1/sessions/current') });
  const accounts = useQuery({
    queryKey: ['accounts'],
    queryFn: () => api.get<List<SocialAccount>>('/v1/social-accounts'),
    enabled: session.isSuccess,
    refetchInterval: 5_000,
  });
  const connect = useConnect();

  if (session.error) return <ProblemNotice error={session.error} />;
  if (accounts.error) return <ProblemNotice error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (!accounts.data) return <Loader aria-label={t('app.loading')} />;
  const sorted = accounts.data.items.toSorted((a, b) => urgency[a.authState] - urgency[b.authState]);
  return (
    <Stack gap="md">
      <Title order={1}>{t('dashboard.title')}</Title>
      {connect.error && <ProblemNotice error={connect.error} />}
      {sorted.length === 0 && <Alert title={t('dashboard.empty')}>{t('dashboard.emptyText')}</Alert>}
      {sorted.map((account) => (
        <AccountCard key={account.id} account={account} onConnect={() => connect.mutate(connectTo(account))} />
      ))}
      <Group>
        {connectable.map((platform) => (
          <Button
            key={platform}
            variant="default"
            leftSection={<PlatformIcon platform={platform} size={18} />}
            onClick={() => connect.mutate({ platform })}
          >
            {`${t('dashboard.add')}: ${t(`platform.${platform}`)}`}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

const connectTo = ({ platform, id }: SocialAccount) => ({ platform, socialAccountId: id });

function AccountCard({ account, onConnect }: { account: SocialAccount; onConnect: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => api.post(`/v1/social-accounts/${account.id}/authorization/revocations`),
    onSuccess: async () => {
      setAsking(false);
      await queries.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
  return (
    <Card withBorder>
      <Group justify="space-between" align="flex-start">
        <Group gap="sm" align="flex-start">
          <PlatformIcon platform={account.platform} />
          <div>
            <Text fw={600}>{account.handle ? `@${account.handle}` : t(`platform.${account.platform}`)}</Text>
            <Text size="sm" c="dimmed">
              {t(`state.hint.${account.authState}`)}
            </Text>
          </div>
        </Group>
        <AccountState state={account.authState} />
      </Group>
      <Group mt="md">
        {account.authState === 'AUTHENTICATED' ? (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('dashboard.revoke')}
          </Button>
        ) : (
          <Button onClick={onConnect}>
            {t(account.authState === 'REAUTH' ? 'dashboard.reauth' : 'dashboard.authenticate')}
          </Button>
        )}
      </Group>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('dashboard.revokeTitle')} centered>
        <Stack>
          <Text size="sm">{t('dashboard.revokeText')}</Text>
          {revoke.error && <ProblemNotice error={revoke.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
              {t('dashboard.keep')}
            </Button>
            <Button color="red" loading={revoke.isPending} onClick={() => revoke.mutate()}>
              {t('dashboard.revoke')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Card>
  );
}
