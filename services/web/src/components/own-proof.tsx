import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../api/client';
import { sessionQuery } from '../api/session';
import { TextField } from './form/fields';
import { Form } from './form/form';
import { proofCode } from './form/schemas';
import { useSchemaForm } from './form/use-schema-form';
import { Modal } from './modal';
import { ProblemNotice } from './problem-notice';

const schema = z.object({ code: proofCode() });

/** A creator has no password: they prove by their mailbox that it is they who sit here. */
export default function OwnProof({ onProven, onClose }: { onProven: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useSchemaForm(schema, { code: '' });
  const send = useMutation({ mutationFn: () => answerOf(api.POST('/v1/sessions/current/step-up/codes')) });
  const prove = useMutation({
    mutationFn: (body: z.output<typeof schema>) => answerOf(api.POST('/v1/sessions/current/step-up', { body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      onProven();
    },
  });
  const error = prove.error ?? send.error;
  return (
    <Modal opened closeOnClickOutside={false} onClose={onClose} title={t('stepUp.title')}>
      <Form fleeting form={form} error={prove.error} onSubmit={(values) => prove.mutate(values)}>
        <Stack gap="sm">
          <Text size="sm">{t('ownProof.text')}</Text>
          <Text size="sm" role="status">
            {send.isSuccess ? t('ownProof.sent') : ''}
          </Text>
          {send.isSuccess && (
            <TextField
              required
              data-autofocus
              name="code"
              label={t('link.code.label')}
              autoComplete="one-time-code"
              inputMode="numeric"
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
              {t('app.cancel')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
