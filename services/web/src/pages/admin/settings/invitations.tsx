import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { ProblemNotice } from '../../../components/problem-notice';
import { useProof } from '../../../components/step-up';
import { formatDate } from '../../../i18n';

const roles: Role[] = ['admin', 'viewer', 'owner'];

export function Invitations() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const withProof = useProof();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('admin');
  const open = useQuery({
    queryKey: ['invitations'],
    queryFn: () => answerOf(api.GET('/v1/member-invitations')),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['invitations'] });
  const invite = useMutation({
    mutationFn: () => withProof(() => answerOf(api.POST('/v1/member-invitations', { body: { email, role } }))),
    onSuccess: async () => {
      setEmail('');
      await refresh();
    },
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/v1/member-invitations/{id}', { params: { path: { id } } })),
    onSettled: refresh,
  });
  const error = invite.error ?? withdraw.error ?? open.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <Stack gap="sm" component="section" aria-label={t('members.invite')}>
      <Title order={2} size="h3">
        {t('members.invite')}
      </Title>
      <form onSubmit={submit}>
        <Group align="end">
          <TextInput
            required
            type="email"
            label={t('signIn.email')}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            style={{ flexGrow: 1 }}
          />
          <NativeSelect
            label={t('members.role')}
            value={role}
            data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
            onChange={(event) => setRole(event.currentTarget.value as Role)}
          />
          <Button type="submit" loading={invite.isPending}>
            {t('members.send')}
          </Button>
        </Group>
      </form>
      <Text size="sm" c="dimmed">
        {t('members.roles')}
      </Text>
      {invite.data && <Alert role="status">{t('members.sent', { email: invite.data.email })}</Alert>}
      {error && <ProblemNotice error={error} />}
      {open.data?.items.map((invitation) => (
        <Group key={invitation.id} justify="space-between">
          <Text size="sm">
            {t('members.open', {
              email: invitation.email,
              role: t(`role.${invitation.role}`),
              date: formatDate(invitation.expiresAt),
            })}
          </Text>
          <Button
            size="xs"
            variant="default"
            aria-label={t('members.withdrawWhom', { email: invitation.email })}
            onClick={() => withdraw.mutate(invitation.id)}
          >
            {t('members.withdraw')}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
