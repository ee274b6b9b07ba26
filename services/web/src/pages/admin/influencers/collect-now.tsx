import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { collectionQuery } from '../../../api/collections';
import type { Collection, SocialAccount } from '../../../api/types';
import { ProblemNotice } from '../../../components/problem-notice';
import { isDelayed } from '../../../domain/collection-progress';

interface CollectNowProps {
  account: SocialAccount;
  collection: Collection;
}

/** Instead of at its next turn; says when the figures are there. What did not work is told where it always is. */
export function CollectNow({ account, collection }: CollectNowProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = collectionQuery('admin', account);
  const ask = useMutation({
    mutationFn: (_before: Collection) =>
      answerOf(api.POST('/v1/social-accounts/{id}/collections', { params: { path: { id: account.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: query.queryKey }),
  });
  const isDone = ask.isSuccess && ask.variables.lastCollectedAt !== collection.lastCollectedAt;
  const isAwaited = ask.isSuccess && !isDone && !isDelayed(collection);
  // Somebody waits: it is looked at more often than otherwise.
  useQuery({ ...query, enabled: isAwaited, refetchInterval: 1_500 });
  return (
    <>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          loading={ask.isPending}
          aria-label={t('collectNow.which', { handle: account.handle })}
          onClick={() => ask.mutate(collection)}
        >
          {t('collectNow.action')}
        </Button>
        <Text size="sm" role="status">
          {isAwaited && t('collectNow.asked')}
          {isDone && t('collectNow.done')}
        </Text>
      </Group>
      {ask.error && <ProblemNotice error={ask.error} />}
    </>
  );
}
