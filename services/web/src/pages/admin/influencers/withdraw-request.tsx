import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuthorizationRequest } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { Confirm } from '../../../components/confirm';
import { formatDate } from '../../../i18n';

/** Ends every link of a request at once, after a question: somebody may have one of them open. */
export function WithdrawRequest({ id, createdAt }: Pick<AuthorizationRequest, 'id' | 'createdAt'>) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/authorization-requests/{id}/withdrawal', { params: { path: { id } } })),
    onSuccess: () => setAsking(false),
    // Also where it was refused: the request is over by other means, and the page says by which.
    onSettled: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t('requests.withdrawWhich', { time: formatDate(createdAt) })}
        onClick={() => setAsking(true)}
      >
        {t('requests.withdraw')}
      </Button>
      <Confirm
        opened={asking}
        title={t('requests.withdrawTitle')}
        action={t('requests.withdraw')}
        busy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate()}
        onClose={() => {
          setAsking(false);
          withdraw.reset();
        }}
      >
        <Text size="sm">{t('requests.withdrawText')}</Text>
      </Confirm>
    </>
  );
}
