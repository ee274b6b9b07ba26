import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { ButtonLink } from '../../components/links';
import { PageTitle } from '../../components/page-title';
import { ProblemNotice } from '../../components/problem-notice';
import { NewPasswordField } from './new-password-field';

export default function ResetPassword(): ReactElement {
  const token = useLocation({ select: (location) => location.hash });
  return token ? <Choose token={token} /> : <Ask />;
}

function Ask() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => answerOf(api.POST('/v1/password-resets', { body: { email } })) });
  return (
    <form onSubmit={submitting(() => ask.mutate())}>
      <Stack gap="md" maw={400}>
        <PageTitle>{t('password.forgotten')}</PageTitle>
        <Text>{t('password.forgottenText')}</Text>
        <TextInput
          required
          type="email"
          autoComplete="email"
          label={t('signIn.email')}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {ask.error && <ProblemNotice error={ask.error} />}
        {ask.isSuccess && <Alert role="status">{t('password.sent')}</Alert>}
        <Button type="submit" loading={ask.isPending}>
          {t('password.send')}
        </Button>
      </Stack>
    </form>
  );
}

function Choose({ token }: { token: string }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const choose = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/password-resets/completions', { body: { token, password } })),
  });
  if (choose.isSuccess) {
    return (
      <Stack align="flex-start">
        <PageTitle>{t('password.changed')}</PageTitle>
        <Text>{t('password.changedText')}</Text>
        <ButtonLink to="/sign-in" search={{ for: 'admin' }}>
          {t('signIn.title')}
        </ButtonLink>
      </Stack>
    );
  }
  return (
    <form onSubmit={submitting(() => choose.mutate())}>
      <Stack gap="md" maw={400}>
        <PageTitle>{t('password.choose')}</PageTitle>
        <NewPasswordField value={password} onChange={setPassword} />
        {choose.error && <ProblemNotice error={choose.error} />}
        <Button type="submit" loading={choose.isPending}>
          {t('password.set')}
        </Button>
      </Stack>
    </form>
  );
}

const submitting = (send: () => void) => (event: FormEvent) => {
  event.preventDefault();
  send();
};
