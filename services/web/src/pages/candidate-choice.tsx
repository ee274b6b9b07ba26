import { Avatar, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import type { Candidate } from '../api/types';
import { HelpLink } from '../components/help-link';
import { PageTitle } from '../components/page-title';
import { ProblemNotice } from '../components/problem-notice';
import { formatNumber } from '../i18n';
import { topicOfReason } from '../help/topic-of';
import classes from './candidate-choice.module.css';

interface CandidateChoiceProps {
  transactionId: string;
  candidates: Candidate[];
  onDone: () => void;
}

/** Every account that was offered: first those that can be connected, then the others, each with its reason. */
export function CandidateChoice({ transactionId, candidates, onDone }: CandidateChoiceProps) {
  const { t } = useTranslation();
  const usable = candidates.filter((candidate) => candidate.eligible);
  const others = candidates.filter((candidate) => !candidate.eligible);
  const [chosen, setChosen] = useState<string[]>(usable.length === 1 ? [usable[0]!.id] : []);
  const confirm = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/v1/connect-transactions/{id}/confirm', {
          params: { path: { id: transactionId } },
          body: { candidateIds: chosen },
        }),
      ),
    onSuccess: onDone,
  });
  return (
    <Stack gap="md">
      <div>
        <PageTitle>{t('transaction.choose')}</PageTitle>
        <Text c="dimmed">{t('transaction.chooseText')}</Text>
      </div>
      <Checkbox.Group value={chosen} onChange={setChosen} aria-label={t('transaction.choose')}>
        <Stack gap="sm">
          {[...usable, ...others].map((candidate) => (
            <CandidateCard key={candidate.id} candidate={candidate} />
          ))}
        </Stack>
      </Checkbox.Group>
      {others.length > 0 && <HelpLink topic={topicOfReason(others[0]!.reason)}>{t('help.whyNot')}</HelpLink>}
      {confirm.error && <ProblemNotice error={confirm.error} />}
      <div className={classes.confirm}>
        <Button fullWidth disabled={chosen.length === 0} loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {chosen.length > 1 ? t('transaction.confirmMany', { count: chosen.length }) : t('transaction.confirm')}
        </Button>
      </div>
    </Stack>
  );
}

function CandidateCard({ candidate }: { candidate: Candidate }) {
  const { t, i18n } = useTranslation();
  const { id, handle, name, pictureUrl, followers, eligible, reason, pageName } = candidate;
  const reasonKey = `transaction.reason.${reason}`;
  const label = handle ? `@${handle}` : (name ?? pageName ?? id);
  return (
    <Checkbox.Card value={id} disabled={!eligible} p="md" className={classes.candidate}>
      <Group wrap="nowrap" align="flex-start">
        <Checkbox.Indicator disabled={!eligible} />
        <Avatar radius="xl" src={pictureUrl} alt="" imageProps={{ referrerPolicy: 'no-referrer' }} />
        <div>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {label}
          </Text>
          {handle && name && <Text size="sm">{name}</Text>}
          {handle && pageName && (
            <Text size="sm" c="dimmed">
              {t('transaction.page', { page: pageName })}
            </Text>
          )}
          {followers !== null && eligible && (
            <Text size="sm" c="dimmed">
              {t('transaction.followers', { count: followers, shown: formatNumber(followers) })}
            </Text>
          )}
          {!eligible && (
            <Text size="sm">
              {t((i18n.exists(reasonKey) ? reasonKey : 'transaction.reason.other') as 'transaction.reason.other')}
            </Text>
          )}
        </div>
      </Group>
    </Checkbox.Card>
  );
}
