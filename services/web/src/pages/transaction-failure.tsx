import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Transaction } from '../api/types';
import { HelpLink } from '../components/help-link';
import { KeepTickedDialog } from '../components/keep-ticked';
import { ButtonLink } from '../components/links';
import { PageTitle } from '../components/page-title';
import { ProblemNotice } from '../components/problem-notice';
import { accountOfAttempt, useConnect } from '../components/use-connect';
import { topicOfCode } from '../help/topic-of';
import { errorText } from '../i18n';
import { DiagnosisCard } from './diagnosis-card';
import type { Onward } from './onward';

interface TransactionFailureProps {
  transaction: Transaction;
  onward: Onward;
}

/** What came in the way, calmly: nothing was stored, and one button tries again. */
export function TransactionFailure({ transaction, onward }: TransactionFailureProps) {
  const { t } = useTranslation();
  const connect = useConnect();
  const { id, platform, diagnosis, error, canAddAsNew } = transaction;
  return (
    <Stack gap="md">
      <PageTitle>{t('transaction.refused')}</PageTitle>
      {diagnosis ? <DiagnosisCard diagnosis={diagnosis} /> : error && <Reason {...error} />}
      {connect.error && <ProblemNotice error={connect.error} />}
      <Group>
        <Button
          loading={connect.isPending}
          onClick={() => connect.mutate({ platform, socialAccountId: accountOfAttempt(id) })}
        >
          {t(diagnosis?.cause === 'permissions_not_ticked' ? 'transaction.askAgain' : 'problem.again')}
        </Button>
        {diagnosis?.cause === 'expected_not_offered' && canAddAsNew && (
          <Button variant="default" onClick={() => connect.mutate({ platform, asNew: true })}>
            {t('transaction.addAsNew')}
          </Button>
        )}
        <ButtonLink to={onward} variant="default">
          {t('transaction.back')}
        </ButtonLink>
      </Group>
      <KeepTickedDialog connect={connect} />
    </Stack>
  );
}

function Reason(error: NonNullable<Transaction['error']>) {
  const { t } = useTranslation();
  const { code, reference } = error;
  const { title, nextStep } = errorText(code) ?? error;
  const topic = topicOfCode.get(code);
  return (
    <>
      <Text fw={600}>{title}</Text>
      <Text>{nextStep}</Text>
      {topic && <HelpLink topic={topic} />}
      {reference && <Text size="xs">{t('problem.reference', { id: reference })}</Text>}
    </>
  );
}
