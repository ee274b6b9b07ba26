import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConnectError, Transaction } from '../api/types';
import { ButtonLink } from '../components/links';
import { PageTitle } from '../components/page-title';
import { TextList } from '../components/text-list';
import { accountOfAttempt, useConnect } from '../components/use-connect';
import { ProblemNotice } from '../components/problem-notice';
import { useScopeName } from '../components/use-scope-name';

interface TransactionFailureProps {
  transaction: Transaction;
  onward: '/dashboard' | '/connect';
}

/** What came in the way, calmly: nothing was stored, and one button tries again. */
export function TransactionFailure({ transaction: { id, platform, error }, onward }: TransactionFailureProps) {
  const { t } = useTranslation();
  const connect = useConnect();
  return (
    <Stack gap="md">
      <PageTitle>{t('transaction.refused')}</PageTitle>
      {error && <Cause error={error} />}
      {connect.error && <ProblemNotice error={connect.error} />}
      <Group>
        <Button
          loading={connect.isPending}
          onClick={() => connect.mutate({ platform, socialAccountId: accountOfAttempt(id) })}
        >
          {t(error?.missingScopes ? 'transaction.askAgain' : 'problem.again')}
        </Button>
        {error?.code === 'oauth.other_account' && (
          <Button variant="default" onClick={() => connect.mutate({ platform })}>
            {t('transaction.addAsNew')}
          </Button>
        )}
        <ButtonLink to={onward} variant="default">
          {t('transaction.back')}
        </ButtonLink>
      </Group>
    </Stack>
  );
}

function Cause({ error }: { error: ConnectError }) {
  const { t } = useTranslation();
  const scopeName = useScopeName();
  const { title, nextStep, missingScopes = [], expectedHandle, arrivedHandle } = error;
  return (
    <>
      <Text fw={600}>{title}</Text>
      {missingScopes.length > 0 && (
        <section aria-label={t('transaction.missing')}>
          <Text>{t('transaction.missing')}</Text>
          <TextList lines={missingScopes.map(scopeName)} />
        </section>
      )}
      {expectedHandle && <Text>{t('transaction.expected', { handle: expectedHandle })}</Text>}
      {arrivedHandle && <Text>{t('transaction.arrived', { handle: arrivedHandle })}</Text>}
      <Text>{nextStep}</Text>
    </>
  );
}
