import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { sessionQuery } from '../api/session';
import { ProblemNotice } from './problem-notice';

/** A creator has no password: they prove by their mailbox that it is they who sit here. */
export function OwnProof({ onProven, onClose }: { onProven: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const send = useMutation({ mutationFn: () => answerOf(api.POST('/v1/sessions/current/step-up/codes')) });
  const prove = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/sessions/current/step-up', { body: { code } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      onProven();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prove.mutate();
  };
  const error = prove.error ?? send.error;
  return (
    <Modal opened onClose={onClose} title={t('stepUp.title')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{t('ownProof.text')}</Text>
          <Text size="sm" role="status">
            {send.isSuccess ? t('ownProof.sent') : ''}
          </Text>
          {send.isSuccess && (
            <TextInput
              required
              data-autofocus
              label={t('link.code.label')}
              autoComplete="one-time-code"
              inputMode="numeric"
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          )}
          {error && <ProblemNotice error={error} />}
          <Group>
            {send.isSuccess && (
              <Button type="submit" loading={prove.isPending}>
                {t('stepUp.confirm')}
              </Button>
            )}
            <Button
              variant={send.isSuccess ? 'default' : 'filled'}
              loading={send.isPending}
              onClick={() => send.mutate()}
            >
              {t(send.isSuccess ? 'link.code.again' : 'ownProof.send')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('admin.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
