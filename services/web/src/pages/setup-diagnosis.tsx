import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import type { Diagnosis, Transaction } from '../api/types';
import { KeepTickedDialog } from '../components/keep-ticked';
import { PageTitle } from '../components/page-title';
import { ProblemNotice } from '../components/problem-notice';
import { accountOfAttempt, useConnect } from '../components/use-connect';
import { DiagnosisCard } from './diagnosis-card';

interface SetupDiagnosisProps {
  transaction: Transaction;
  diagnosis: Diagnosis;
}

/** The platform said yes, and yet no account can be chosen: the cause, its repair, and another look without a login. */
export function SetupDiagnosis({ transaction: { id, platform }, diagnosis }: SetupDiagnosisProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const connect = useConnect();
  const check = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/connect-transactions/{id}/checks', { params: { path: { id } } })),
    onSuccess: (fresh) => queries.setQueryData(['transaction', id], fresh),
  });
  const unchanged = check.data?.diagnosis?.cause === diagnosis.cause;
  const asksAgain = diagnosis.remedy === 'ask_again';
  const askAgain = (
    <Button
      key="ask"
      variant={asksAgain ? 'filled' : 'default'}
      loading={connect.isPending}
      onClick={() => connect.mutate({ platform, socialAccountId: accountOfAttempt(id) })}
    >
      {t('doctor.askAgain', { platform: t(`platform.at.${platform}`) })}
    </Button>
  );
  const checkAgain = (
    <Button
      key="check"
      variant={asksAgain ? 'default' : 'filled'}
      loading={check.isPending}
      onClick={() => check.mutate()}
    >
      {t('doctor.checkAgain')}
    </Button>
  );
  return (
    <Stack gap="md">
      <div>
        <PageTitle>{t('doctor.title')}</PageTitle>
        <Text c="dimmed">{t('doctor.intro')}</Text>
      </div>
      <DiagnosisCard diagnosis={diagnosis} />
      {(check.error ?? connect.error) && <ProblemNotice error={check.error ?? connect.error} />}
      <Group>{asksAgain ? [askAgain, checkAgain] : [checkAgain, askAgain]}</Group>
      <Text role="status" size="sm" mih="1.5em">
        {unchanged && !check.isPending ? t('doctor.unchanged') : ''}
      </Text>
      <KeepTickedDialog connect={connect} />
    </Stack>
  );
}
