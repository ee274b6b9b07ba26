import { Avatar, Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Candidate } from '../api/types';
import { ProblemNotice } from '../components/problem-notice';

/** Every account that was offered; unusable ones stay visible with the reason. */
export function CandidateChoice({
  transactionId,
  candidates,
  onDone,
}: {
  transactionId: string;
  candidates: Candidate[];
  onDone: () => void;
}) {
  const { t, i18n } = useTranslation();
  const usable = candidates.filter((candidate) => candidate.eligible);
  const [chosen, setChosen] = useState<string[]>(usable.length === 1 ? [usable[0]!.id] : []);
  const confirm = useMutation({
    mutationFn: () => api.post(`/v1/connect-transactions/${transactionId}/confirm`, { candidateIds: chosen }),
    onSuccess: onDone,
  });
  const reasonOf = ({ reason }: Candidate) => {
    const key = `transaction.reason.${reason ?? 'other'}`;
    return i18n.exists(key) ? t(key as 'transaction.reason.other') : t('transaction.reason.other');
  };
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h2">
          {t('transaction.choose')}
        </Title>
        <Text c="dimmed">{t('transaction.chooseText')}</Text>
      </div>
      <Checkbox.Group value={chosen} onChange={setChosen}>
        <Stack gap="sm">
          {candidates.map((candidate) => (
            <Checkbox.Card key={candidate.id} value={candidate.id} disabled={!candidate.eligible} p="md">
              <Group wrap="nowrap" align="flex-start">
                <Checkbox.Indicator disabled={!candidate.eligible} />
                <Avatar radius="xl" color="indigo" name={candidate.handle ?? candidate.pageName ?? '?'} />
                <div>
                  <Text fw={600}>{candidate.handle ? `@${candidate.handle}` : candidate.pageName}</Text>
                  {candidate.handle && candidate.pageName && (
                    <Text size="sm" c="dimmed">
                      {t('transaction.page', { page: candidate.pageName })}
                    </Text>
                  )}
                  {candidate.followers !== null && candidate.eligible && (
                    <Text size="sm" c="dimmed">
                      {t('transaction.followers', { count: candidate.followers })}
                    </Text>
                  )}
                  {!candidate.eligible && <Text size="sm">{reasonOf(candidate)}</Text>}
                </div>
              </Group>
            </Checkbox.Card>
          ))}
        </Stack>
      </Checkbox.Group>
      {confirm.error && <ProblemNotice error={confirm.error} />}
      <Button disabled={chosen.length === 0} loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {chosen.length > 1 ? t('transaction.confirmMany', { count: chosen.length }) : t('transaction.confirm')}
      </Button>
    </Stack>
  );
}
