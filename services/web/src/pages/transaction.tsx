import { Alert, Button, Group, List, Loader, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Session, Transaction } from '../api/types';
import { ProblemNotice } from '../components/problem-notice';
import { useConnect } from '../components/use-connect';
import { CandidateChoice } from './candidate-choice';

/** Back from the platform: the choice, the good end, or what went wrong and how to go on. */
export default function TransactionPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/connect/transactions/$id' });
  const queries = useQueryClient();
  // Fetching the session also brings the token that the confirmation needs after a reload.
  const session = useQuery({ queryKey: ['session'], queryFn: () => api.get<Session>('/v1/sessions/current') });
  const transaction = useQuery({
    queryKey: ['transaction', id],
    queryFn: () => api.get<Transaction>(`/v1/connect-transactions/${id}`),
    refetchInterval: (query) => (query.state.data?.status === 'PENDING' ? 700 : false),
  });
  const connect = useConnect();
  const onward = session.data?.kind === 'influencer' ? '/dashboard' : '/connect';

  if (transaction.isPending) return <Loader aria-label={t('app.loading')} />;
  if (transaction.error) return <ProblemNotice error={transaction.error} onRetry={() => void transaction.refetch()} />;
  const { status, platform, candidates = [], error } = transaction.data;

  if (status === 'PENDING') {
    return (
      <Group role="status">
        <Loader size="sm" />
        <Text>{t('transaction.waiting', { platform: t(`platform.at.${platform}`) })}</Text>
      </Group>
    );
  }
  if (status === 'CHOOSE') {
    return (
      <CandidateChoice
        transactionId={id}
        candidates={candidates}
        onDone={() => void queries.invalidateQueries({ queryKey: ['transaction', id] })}
      />
    );
  }
  if (status === 'DONE') {
    return (
      <Stack gap="md">
        <Alert role="status" color="teal" icon={<IconCircleCheck aria-hidden />} title={t('transaction.done')}>
          {t('transaction.doneText')}
        </Alert>
        <Button component="a" href={onward}>
          {t('transaction.next')}
        </Button>
      </Stack>
    );
  }
  const refused = error?.code === 'oauth.consent_refused';
  return (
    <Stack gap="md">
      <Title order={1}>{refused ? t('transaction.refused') : error?.title}</Title>
      <Text>{error?.nextStep}</Text>
      {error?.missingScopes && error.missingScopes.length > 0 && (
        <div>
          <Text fw={600}>{t('transaction.missing')}</Text>
          <List size="sm">
            {error.missingScopes.map((scope) => (
              <List.Item key={scope}>{scope}</List.Item>
            ))}
          </List>
        </div>
      )}
      {connect.error && <ProblemNotice error={connect.error} />}
      <Group>
        <Button loading={connect.isPending} onClick={() => connect.mutate({ platform })}>
          {t('problem.again')}
        </Button>
        <Button component="a" href={onward} variant="default">
          {t('transaction.next')}
        </Button>
      </Group>
    </Stack>
  );
}
