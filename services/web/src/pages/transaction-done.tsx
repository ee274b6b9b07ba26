import { Alert, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Transaction } from '../api/types';
import { ButtonLink } from '../components/links';
import { PageTitle } from '../components/page-title';
import type { Onward } from './onward';

interface TransactionDoneProps {
  transaction: Transaction;
  onward: Onward;
  warning: ReactNode;
}

/** What is connected now, and which of the chosen accounts is not, with the reason. */
export function TransactionDone({ transaction: { socialAccountIds, leftOut }, onward, warning }: TransactionDoneProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="md" align="flex-start">
      <PageTitle>{t('transaction.done', { count: socialAccountIds.length })}</PageTitle>
      <Text>{t(onward === '/apply' ? 'apply.connectedText' : 'transaction.doneText')}</Text>
      {leftOut.length > 0 && (
        <Alert
          w="100%"
          role="alert"
          color="orange"
          icon={<IconInfoCircle aria-hidden />}
          title={t('transaction.leftOut', { count: leftOut.length })}
        >
          <Stack gap="sm">
            {leftOut.map(({ handle, title, nextStep }) => (
              <div key={handle}>
                <Text size="sm" fw={600}>
                  {handle ? `@${handle}` : t('siblings.unnamed')}
                </Text>
                <Text size="sm">{title}</Text>
                <Text size="sm">{nextStep}</Text>
              </div>
            ))}
          </Stack>
        </Alert>
      )}
      {warning}
      <ButtonLink to={onward}>{t(`transaction.onward.${onward}`)}</ButtonLink>
    </Stack>
  );
}
