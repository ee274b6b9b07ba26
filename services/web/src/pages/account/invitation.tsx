import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemNotice } from '../../components/problem-notice';
import { NewPasswordField } from './new-password-field';

/** The token stands in the fragment, which no server sees; only the press of the button uses the invitation. */
export default function Invitation() {
  const { t } = useTranslation();
  const token = useLocation({ select: (location) => location.hash });
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => answerOf(api.POST('/v1/member-invitations/resolutions', { body: { token } })),
    retry: false,
  });
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: (more: object) =>
      answerOf(api.POST('/v1/member-invitations/acceptances', { body: { token, password, ...more } })),
    onSuccess: () => window.location.replace('/admin'),
  });
  if (invitation.error) {
    return (
      <Stack>
        <PageTitle>{t('invitation.title')}</PageTitle>
        <ProblemNotice error={invitation.error} />
      </Stack>
    );
  }
  if (!invitation.data) return <Loading />;
  const { organisationName, email, role, hasPassword } = invitation.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate(hasPassword ? {} : { name });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md" maw={440}>
        <PageTitle>{t('invitation.join', { organisation: organisationName })}</PageTitle>
        <Text>{t('invitation.text', { organisation: organisationName, role: t(`role.${role}`) })}</Text>
        <TextInput readOnly label={t('signIn.email')} value={email} autoComplete="username" />
        {hasPassword ? (
          <PasswordInput
            required
            label={t('invitation.ownPassword')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        ) : (
          <>
            <TextInput
              required
              label={t('invitation.name')}
              autoComplete="name"
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <NewPasswordField value={password} onChange={setPassword} />
          </>
        )}
        {accept.error && <ProblemNotice error={accept.error} />}
        <Button type="submit" loading={accept.isPending}>
          {t('invitation.accept')}
        </Button>
      </Stack>
    </form>
  );
}
