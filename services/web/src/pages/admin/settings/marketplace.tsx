import { Alert, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { Confirm } from '../../../components/confirm';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { useProof } from '../../../components/step-up';
import { formatDate } from '../../../i18n';
import { useRole } from '../use-role';

const colors = { NOT_CONNECTED: 'gray.7', CONNECTED: 'teal.9', REAUTH: '#a63c06' } as const;

/** Settings → Marketplace: the organisation's own account at the TikTok Creator Marketplace. */
export function Marketplace() {
  const { t } = useTranslation();
  const { isOwner } = useRole();
  const { outcome } = useSearch({ from: '/admin/settings' });
  const withProof = useProof();
  const connection = useQuery({
    queryKey: ['admin', 'ttcm-connection'],
    queryFn: () => answerOf(api.GET('/v1/ttcm-connection')),
  });
  const connect = useMutation({
    mutationFn: () => withProof(() => answerOf(api.POST('/v1/ttcm-connection/attempts'))),
    onSuccess: ({ redirectTo }) => window.location.assign(redirectTo),
  });
  if (!connection.data) {
    if (!connection.error) return <Loading />;
    return <ProblemNotice error={connection.error} onRetry={() => void connection.refetch()} />;
  }
  const { state, available, invitesBy, accountName, accountId, country, connectedAt, endCause } = connection.data;
  return (
    <Stack gap="md" maw={560}>
      <Group>
        <Title order={2} size="h3">
          {t('marketplace.title')}
        </Title>
        <Badge color={colors[state]} size="lg" tt="none">
          {t(`marketplace.state.${state}`)}
        </Badge>
      </Group>
      <Text size="sm">{t('marketplace.text')}</Text>
      {outcome && outcome !== 'connected' && (
        <Alert role="alert" color="red" title={t('marketplace.failed')}>
          {t(`marketplace.outcome.${outcome}`)}
        </Alert>
      )}
      {accountId && (
        <Text>
          {t('marketplace.account', {
            name: accountName ?? accountId,
            country: country ?? '',
            date: connectedAt ? formatDate(connectedAt) : '',
          })}
        </Text>
      )}
      {endCause && (
        <Alert role="status" color="red">
          {t(`marketplace.ended.${endCause}`)}
        </Alert>
      )}
      {invitesBy === 'hand' && <Text size="sm">{t('marketplace.byHand')}</Text>}
      {!available && <Text size="sm">{t('marketplace.unavailable')}</Text>}
      {!isOwner && <Text size="sm">{t('marketplace.owners')}</Text>}
      {isOwner && available && (
        <Group>
          <Button loading={connect.isPending} onClick={() => connect.mutate()}>
            {t(state === 'NOT_CONNECTED' ? 'marketplace.connect' : 'marketplace.again')}
          </Button>
          {state !== 'NOT_CONNECTED' && <Disconnect />}
        </Group>
      )}
      {connect.error && <ProblemNotice error={connect.error} />}
    </Stack>
  );
}

function Disconnect() {
  const { t } = useTranslation();
  const withProof = useProof();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const disconnect = useMutation({
    mutationFn: () => withProof(() => answerOf(api.DELETE('/v1/ttcm-connection'))),
    onSuccess: () => setAsked(false),
    onSettled: () => queries.invalidateQueries({ queryKey: ['admin', 'ttcm-connection'] }),
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('marketplace.disconnect')}
      </Button>
      <Confirm
        opened={asked}
        title={t('marketplace.disconnectTitle')}
        action={t('marketplace.disconnect')}
        busy={disconnect.isPending}
        error={disconnect.error}
        onConfirm={() => disconnect.mutate()}
        onClose={() => setAsked(false)}
      >
        <Text size="sm">{t('marketplace.disconnectText')}</Text>
      </Confirm>
    </>
  );
}
