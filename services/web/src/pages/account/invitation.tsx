import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../../api/client';
import type { ResolvedInvitation } from '../../api/types';
import { DoorCard } from '../../components/door-card';
import { TextField } from '../../components/form/fields';
import { Form } from '../../components/form/form';
import { PasswordField } from '../../components/form/password-field';
import { neededText, newPassword, presentPassword } from '../../components/form/schemas';
import { useSchemaForm } from '../../components/form/use-schema-form';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemNotice } from '../../components/problem-notice';
import { NewPasswordField } from './new-password-field';

/** The token stands in the fragment, which no server sees; only the press of the button uses the invitation. */
export default function Invitation(): ReactElement {
  const { t } = useTranslation();
  const token = useLocation({ select: (location) => location.hash });
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => answerOf(api.POST('/v1/member-invitations/resolutions', { body: { token } })),
    retry: false,
  });
  if (invitation.error) {
    return (
      <Stack>
        <PageTitle>{t('invitation.title')}</PageTitle>
        <ProblemNotice error={invitation.error} />
      </Stack>
    );
  }
  return invitation.data ? <Accept token={token} invitation={invitation.data} /> : <Loading />;
}

const known = z.object({ name: z.string(), password: presentPassword() });
const fresh = z.object({ name: neededText(120), password: newPassword() });

function Accept({ token, invitation }: { token: string; invitation: ResolvedInvitation }) {
  const { t } = useTranslation();
  const { organisationName, email, role, hasPassword } = invitation;
  const form = useSchemaForm(hasPassword ? known : fresh, { name: '', password: '' });
  const accept = useMutation({
    mutationFn: ({ name, password }: z.output<typeof fresh>) =>
      answerOf(
        api.POST('/v1/member-invitations/acceptances', {
          body: { token, password, ...(!hasPassword && { name }) },
        }),
      ),
    onSuccess: () => window.location.replace('/admin'),
  });
  return (
    <Form fleeting form={form} error={accept.error} onSubmit={(values) => accept.mutate(values)}>
      <DoorCard title={t('invitation.join', { organisation: organisationName })}>
        <Text>{t('invitation.text', { organisation: organisationName, role: t(`role.${role}`) })}</Text>
        <TextInput readOnly label={t('signIn.email')} value={email} autoComplete="username" />
        {hasPassword ? (
          <PasswordField required name="password" label={t('invitation.ownPassword')} autoComplete="current-password" />
        ) : (
          <>
            <TextField required name="name" label={t('invitation.name')} autoComplete="name" />
            <NewPasswordField name="password" />
          </>
        )}
        {accept.error && <ProblemNotice error={accept.error} />}
        <Button type="submit" loading={accept.isPending}>
          {t('invitation.accept')}
        </Button>
      </DoorCard>
    </Form>
  );
}
