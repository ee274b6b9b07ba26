import { Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../api/client';
import { sessionQuery } from '../api/session';
import { TextField } from './form/fields';
import { Form } from './form/form';
import { FormActions } from './form/form-actions';
import { PasswordField } from './form/password-field';
import { presentPassword } from './form/schemas';
import { useSchemaForm } from './form/use-schema-form';
import { Modal } from './modal';
import { ProblemNotice } from './problem-notice';

/** A password, or a code: which of them, the member's settings say. */
const schema = z.object({ proof: presentPassword() });

export default function MemberProof({ onProven, onClose }: { onProven: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useSchemaForm(schema, { proof: '' });
  const factor = useQuery({ queryKey: ['second-factor'], queryFn: () => answerOf(api.GET('/v1/second-factor')) });
  const byCode = factor.data?.confirmedAt != null;
  const prove = useMutation({
    mutationFn: ({ proof }: z.output<typeof schema>) =>
      answerOf(
        api.POST('/v1/sessions/current/step-up', { body: byCode ? { code: proof.trim() } : { password: proof } }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      onProven();
    },
  });
  const field = { name: 'proof', required: true, 'data-autofocus': true };
  return (
    <Modal opened closeOnClickOutside={false} onClose={onClose} title={t('stepUp.title')}>
      <Form fleeting form={form} error={prove.error} onSubmit={(values) => prove.mutate(values)}>
        <Stack gap="sm">
          <Text size="sm">{t(byCode ? 'stepUp.byCode' : 'stepUp.byPassword')}</Text>
          {byCode ? (
            <TextField {...field} label={t('stepUp.code')} autoComplete="one-time-code" />
          ) : (
            <PasswordField {...field} label={t('signIn.password')} autoComplete="current-password" />
          )}
          {prove.error && <ProblemNotice error={prove.error} />}
          <FormActions action={t('stepUp.confirm')} busy={prove.isPending} disabled={!factor.data} onCancel={onClose} />
        </Stack>
      </Form>
    </Modal>
  );
}
