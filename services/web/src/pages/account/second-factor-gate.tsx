import { Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { sessionQuery } from '../../api/session';
import { DoorCard } from '../../components/door-card';
import { PageTitle } from '../../components/page-title';
import { ProblemNotice } from '../../components/problem-notice';
import { StepUp } from '../../components/step-up';
import { CodeForm } from './code-form';
import { SetUpSecondFactor } from './set-up-second-factor';

/** Between the password and everything else. */
export function SecondFactorGate({ missing, onRecoveryCode }: { missing: 'verify' | 'setup'; onRecoveryCode(): void }) {
  return missing === 'verify' ? <Verify onRecoveryCode={onRecoveryCode} /> : <SetUp />;
}

const ofApp = /^\d{6}$/;

function Verify({ onRecoveryCode }: { onRecoveryCode(): void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const prove = useMutation({
    mutationFn: (code: string) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return answerOf(api.POST('/v1/sessions/current/step-up', { body: { code, timeZone } }));
    },
    onSuccess: (_, code) => {
      if (!ofApp.test(code)) onRecoveryCode();
      return queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  return (
    <DoorCard title={t('secondFactor.verify')}>
      <Text>{t('secondFactor.verifyText')}</Text>
      <CodeForm busy={prove.isPending} submit={t('signIn.submit')} onCode={(code) => prove.mutate(code)} />
      {prove.error && <ProblemNotice error={prove.error} />}
    </DoorCard>
  );
}

function SetUp() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return (
    <StepUp>
      <Stack gap="md" maw={560}>
        <PageTitle>{t('secondFactor.needed')}</PageTitle>
        <Text>{t('secondFactor.neededText')}</Text>
        <SetUpSecondFactor onDone={() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })} />
      </Stack>
    </StepUp>
  );
}
