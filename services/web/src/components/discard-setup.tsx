import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { Confirm } from './confirm';

/** Throws an unfinished setup away; asks once, and says what goes. */
export function DiscardSetup({ transactionId: id, name }: { transactionId: string; name?: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const discard = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/connect-transactions/{id}/discard', { params: { path: { id } } })),
    onSuccess: async (over) => {
      setAsked(false);
      queries.setQueryData(['transaction', id], over);
      await queries.invalidateQueries({ queryKey: ['unfinished'] });
    },
  });
  return (
    <>
      <Button
        variant="default"
        {...(name && { 'aria-label': t('discard.which', { name }) })}
        onClick={() => setAsked(true)}
      >
        {t('discard.action')}
      </Button>
      <Confirm
        opened={asked}
        title={t('discard.title')}
        action={t('discard.action')}
        keep={t('dashboard.keep')}
        busy={discard.isPending}
        error={discard.error}
        onConfirm={() => discard.mutate()}
        onClose={() => setAsked(false)}
      >
        <Text size="sm">{t('discard.text')}</Text>
      </Confirm>
    </>
  );
}
