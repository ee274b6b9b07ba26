import { Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../../../../api/client';
import type { OperatorOrganisation } from '../../../../api/operator-types';
import { TextField } from '../../../../components/form/fields';
import { Form } from '../../../../components/form/form';
import { FormActions } from '../../../../components/form/form-actions';
import { emailAddress } from '../../../../components/form/schemas';
import { useSchemaForm } from '../../../../components/form/use-schema-form';
import { Modal } from '../../../../components/modal';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useProof } from '../../../../components/step-up';

const schema = z.object({ ownerEmail: emailAddress() });

interface Props {
  organisation: OperatorOrganisation;
  onSent(email: string): void;
  onClose(): void;
}

/** The first invitation ended, went to a wrong address, or maybe nowhere. */
export function InviteOwner({ organisation: { id, name, owner }, onSent, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const withProof = useProof();
  const form = useSchemaForm(schema, { ownerEmail: owner.email ?? '' });
  const invite = useMutation({
    mutationFn: (body: z.output<typeof schema>) =>
      withProof(() =>
        answerOf(api.PUT('/v1/operations/organisations/{id}/owner-invitation', { params: { path: { id } }, body })),
      ),
    onSuccess: async (_, { ownerEmail }) => {
      await queries.invalidateQueries({ queryKey: ['admin', 'organisations'] });
      onSent(ownerEmail);
      onClose();
    },
  });
  return (
    <Modal
      opened
      closeOnClickOutside={false}
      onClose={onClose}
      title={t('operations.organisations.againTitle', { name })}
    >
      <Form form={form} error={invite.error} onSubmit={(values) => invite.mutate(values)}>
        <Stack gap="sm">
          <Text size="sm">{t('operations.organisations.againText')}</Text>
          <TextField
            required
            data-autofocus
            type="email"
            name="ownerEmail"
            label={t('operations.organisations.owner')}
          />
          {invite.error && <ProblemNotice error={invite.error} />}
          <FormActions action={t('members.send')} busy={invite.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Modal>
  );
}
