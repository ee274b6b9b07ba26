import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { ownAccountsQuery } from '../api/own-accounts';
import { HelpLink } from '../components/help-link';
import { ProblemNotice } from '../components/problem-notice';
import { topicOfRepair, type RepairedThere } from '../domain/repaired-there';

/** Another look at the platform with the permission that is there already. */
export function useCheckAgain(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answerOf(api.POST('/v1/social-accounts/{id}/authorization/verifications', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ownAccountsQuery.queryKey }),
  });
}

type Check = ReturnType<typeof useCheckAgain>;

export function CheckAgainButton({ check, handle }: { check: Check; handle: string | null }) {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      aria-label={t('dashboard.checkAgainAccount', { handle })}
      loading={check.isPending}
      onClick={() => check.mutate()}
    >
      {t('dashboard.checkAgain')}
    </Button>
  );
}

/** What its person has to do there, and what the last look found. A card that is healed says so by its state. */
export function CheckAgainAnswer({ check, cause }: { check: Check; cause: RepairedThere }) {
  const { t } = useTranslation();
  const { data, error, isPending } = check;
  return (
    <div>
      <Text size="sm">
        {t(`dashboard.repair.${cause}`)} <HelpLink topic={topicOfRepair(cause)} />
      </Text>
      <Text size="sm" role="status">
        {data &&
          !isPending &&
          (data.outcome === 'ended' ? t('doctor.unchanged') : t(`dashboard.checked.${data.outcome}`))}
      </Text>
      {error && <ProblemNotice error={error} />}
    </div>
  );
}
