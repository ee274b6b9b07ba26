import { Alert, Button, Group, List, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { Confirm } from '../components/confirm';
import { ProblemNotice } from '../components/problem-notice';
import { useProof } from '../components/step-up';

/** The organisation asks whether another entry is the creator's as well. Only they can say so; afterwards they are signed out. */
export function MergeQuestion() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const withProof = useProof();
  const [sure, setSure] = useState(false);
  const key = ['merge-proposal'];
  const asked = useQuery({ queryKey: key, queryFn: () => answerOf(api.GET('/v1/own-data/merge-proposal')) });
  const proposal = asked.data?.proposal;
  const accept = useMutation({
    mutationFn: () => withProof(() => answerOf(api.POST('/v1/own-data/merge-proposal/acceptance'))),
    // The session ends with the entry, so the whole app begins anew.
    onSuccess: () => window.location.replace('/merged'),
  });
  const decline = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/own-data/merge-proposal')),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  if (!proposal) return null;
  const { organisation, addressHint: address, accounts } = proposal;
  const named = accounts.map(({ platform, handle }) => `@${handle} (${t(`platform.${platform}`)})`).join(', ');
  return (
    <Alert color="yellow" title={t('mergeQuestion.question')} style={{ overflowWrap: 'anywhere' }}>
      <Text size="sm">{t('mergeQuestion.questionText', { organisation, address })}</Text>
      <Text size="sm" mt="xs">
        {t('mergeQuestion.follows')}
      </Text>
      <List size="sm">
        {accounts.length > 0 && <List.Item>{t('mergeQuestion.thenAccounts', { accounts: named })}</List.Item>}
        <List.Item>{t('mergeQuestion.thenData', { address })}</List.Item>
        <List.Item>{t('mergeQuestion.thenSignIn', { address })}</List.Item>
      </List>
      {decline.error && <ProblemNotice error={decline.error} />}
      <Group mt="sm">
        <Button variant="default" loading={decline.isPending} onClick={() => decline.mutate()}>
          {t('mergeQuestion.notMine')}
        </Button>
        <Button variant="default" onClick={() => setSure(true)}>
          {t('mergeQuestion.mine')}
        </Button>
      </Group>
      <Confirm
        opened={sure}
        title={t('mergeQuestion.sure')}
        action={t('mergeQuestion.mine')}
        busy={accept.isPending}
        error={accept.error}
        onConfirm={() => accept.mutate()}
        onClose={() => setSure(false)}
      >
        <Text size="sm">{t('mergeQuestion.sureText', { address })}</Text>
      </Confirm>
    </Alert>
  );
}
