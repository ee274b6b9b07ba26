import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import type { Role } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { clearSent } from '../../../components/form/clear-sent';
import { SelectField, TextField } from '../../../components/form/fields';
import { Form } from '../../../components/form/form';
import { emailAddress } from '../../../components/form/schemas';
import { useSchemaForm } from '../../../components/form/use-schema-form';
import { keepRowFocus } from '../../../components/keep-row-focus';
import { ProblemNotice } from '../../../components/problem-notice';
import { useProof } from '../../../components/step-up';
import { formatDate } from '../../../i18n';

const roles = ['admin', 'viewer', 'owner'] as const satisfies readonly Role[];
const schema = z.object({ email: emailAddress(), role: z.enum(roles) });

export function Invitations() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const withProof = useProof();
  const form = useSchemaForm(schema, { email: '', role: 'admin' });
  const open = useQuery({
    queryKey: ['admin', 'invitations'],
    queryFn: () => answerOf(api.GET('/v1/member-invitations')),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['admin', 'invitations'] });
  const invite = useMutation({
    mutationFn: (body: z.output<typeof schema>) =>
      withProof(() => answerOf(api.POST('/v1/member-invitations', { body }))),
    onMutate: () => form.getValues(),
    onSuccess: async (_, __, sent) => {
      clearSent(form, sent);
      withdraw.reset();
      await refresh();
    },
  });
  const withdraw = useMutation({
    mutationFn: ({ id }: { id: string; email: string }) =>
      answerOf(api.DELETE('/v1/member-invitations/{id}', { params: { path: { id } } })),
    onSuccess: () => invite.reset(),
    onSettled: refresh,
  });
  const error = invite.error ?? withdraw.error ?? open.error;
  return (
    <Stack ref={keepRowFocus} gap="sm" component="section" aria-label={t('members.invite')}>
      <Title order={2} size="h3">
        {t('members.invite')}
      </Title>
      <Form form={form} error={invite.error} onSubmit={(values) => invite.mutate(values)}>
        <Group align="end">
          <TextField required type="email" name="email" label={t('signIn.email')} style={{ flexGrow: 1 }} />
          <SelectField
            name="role"
            label={t('members.role')}
            data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
          />
          <Button type="submit" loading={invite.isPending}>
            {t('members.send')}
          </Button>
        </Group>
      </Form>
      <Text size="sm" c="dimmed">
        {t('members.roles')}
      </Text>
      {invite.data && (
        <Alert role="status">
          {t(invite.data.mail === 'sent' ? 'members.sent' : 'members.unconfirmed', { email: invite.data.email })}
        </Alert>
      )}
      {withdraw.isSuccess && <Alert role="status">{t('members.withdrawn', { email: withdraw.variables.email })}</Alert>}
      {error && <ProblemNotice error={error} />}
      {open.data?.items.map((invitation) => (
        <Group key={invitation.id} justify="space-between">
          <Text size="sm">
            {t(invitation.mail === 'sent' ? 'members.open' : 'members.openUnconfirmed', {
              email: invitation.email,
              role: t(`role.${invitation.role}`),
              date: formatDate(invitation.expiresAt),
            })}
          </Text>
          <Button
            size="xs"
            variant="default"
            aria-label={t('members.withdrawWhom', { email: invitation.email })}
            onClick={() => withdraw.mutate(invitation)}
          >
            {t('members.withdraw')}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
