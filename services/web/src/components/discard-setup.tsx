import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { Modal } from './modal';
import { ProblemNotice } from './problem-notice';

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
      <Modal opened={asked} onClose={() => setAsked(false)} title={t('discard.title')} centered>
        <Stack>
          <Text size="sm">{t('discard.text')}</Text>
          {discard.error && <ProblemNotice error={discard.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsked(false)} data-autofocus>
              {t('dashboard.keep')}
            </Button>
            <Button color="red.8" loading={discard.isPending} onClick={() => discard.mutate()}>
              {t('discard.action')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
