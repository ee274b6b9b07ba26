import { Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod/mini';
import type { InfluencerGroup } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { TextField } from '../../../components/form/fields';
import { Form } from '../../../components/form/form';
import { FormActions } from '../../../components/form/form-actions';
import { useLiveForm } from '../../../components/form/use-schema-form';
import { ProblemNotice } from '../../../components/problem-notice';
import { groupSchema } from './group-schema';

interface RenameGroupProps {
  group: InfluencerGroup;
  onClose(): void;
}

/** The application link stays what it is. */
export function RenameGroup({ group: { id, name }, onClose }: RenameGroupProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useLiveForm(groupSchema, { name });
  const rename = useMutation({
    mutationFn: (body: z.output<typeof groupSchema>) =>
      answerOf(api.PATCH('/v1/influencer-groups/{id}', { params: { path: { id } }, body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['admin', 'groups'] });
      onClose();
    },
  });
  return (
    <Form form={form} error={rename.error} onSubmit={(values) => rename.mutate(values)}>
      <Stack gap="xs" mb="xs">
        <Group align="end">
          <TextField required autoFocus name="name" label={t('groups.newName', { name })} style={{ flexGrow: 1 }} />
          <FormActions action={t('profile.save')} busy={rename.isPending} onCancel={onClose} />
        </Group>
        {rename.error && <ProblemNotice error={rename.error} />}
      </Stack>
    </Form>
  );
}
