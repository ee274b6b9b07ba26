import { Group, Loader, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { ProblemError } from '../api/problem';
import { useSession } from '../api/session';
import { DiscardSetup } from '../components/discard-setup';
import { ButtonLink } from '../components/links';
import { PageTitle } from '../components/page-title';
import { Unread } from '../components/unread';
import { CandidateChoice } from './candidate-choice';
import { LostSiblings } from './lost-siblings';
import { SetupDiagnosis } from './setup-diagnosis';
import { onwardOf, type Onward } from './onward';
import { TransactionDone } from './transaction-done';
import { TransactionFailure } from './transaction-failure';

/** Back from the platform: the choice, the good end, or what went wrong and how to go on. */
export default function TransactionPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/connect/transactions/$id' });
  const queries = useQueryClient();
  const navigate = useNavigate();
  // Facebook leaves a fragment of its own in the address.
  useEffect(() => void navigate({ to: '.', hash: '', replace: true }), [navigate]);
  // Also brings the token that the confirmation needs after a reload.
  const session = useSession();
  const transaction = useQuery({
    queryKey: ['transaction', id],
    queryFn: () => answerOf(api.GET('/v1/connect-transactions/{id}', { params: { path: { id } } })),
    enabled: session.isSuccess,
    refetchInterval: (query) => (query.state.data?.status === 'PENDING' ? 700 : false),
  });
  const onward = onwardOf(session.data);

  const isNowhere = transaction.error instanceof ProblemError && transaction.error.status === 404;

  if (!transaction.data && isNowhere) return <NoTransaction onward={onward} />;
  if (!transaction.data) return <Unread of={[session, transaction]} />;
  const { status, platform, candidates, diagnosis, lostSiblings } = transaction.data;
  const warning = <LostSiblings siblings={lostSiblings} platform={platform} />;

  switch (status) {
    case 'PENDING':
      return (
        <Group role="status" wrap="nowrap">
          <Loader size="sm" />
          <PageTitle size="h3">{t('transaction.waiting', { platform: t(`platform.at.${platform}`) })}</PageTitle>
        </Group>
      );
    case 'SETUP_UNFINISHED':
      return (
        <Stack gap="lg">
          {diagnosis ? (
            <SetupDiagnosis transaction={transaction.data} diagnosis={diagnosis} />
          ) : (
            <CandidateChoice
              transactionId={id}
              candidates={candidates}
              onDone={() => void queries.invalidateQueries({ queryKey: ['transaction', id] })}
            />
          )}
          {warning}
          <Group>
            <DiscardSetup transactionId={id} />
          </Group>
        </Stack>
      );
    case 'DONE':
      return <TransactionDone transaction={transaction.data} onward={onward} warning={warning} />;
    case 'FAILED':
      return (
        <Stack gap="lg">
          <TransactionFailure transaction={transaction.data} onward={onward} />
          {warning}
        </Stack>
      );
  }
}

/** Of somebody else, or gone: neither can be told from the other, and nothing went wrong. */
function NoTransaction({ onward }: { onward: Onward }) {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start">
      <PageTitle>{t('transaction.none')}</PageTitle>
      <Text>{t('transaction.noneText')}</Text>
      <ButtonLink to={onward}>{t('transaction.back')}</ButtonLink>
    </Stack>
  );
}
