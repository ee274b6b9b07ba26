import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { TextLink } from '../components/links';
import { PageTitle } from '../components/page-title';
import { ProblemNotice } from '../components/problem-notice';

export default function SignIn() {
  const token = useLocation({ select: (location) => location.hash });
  const search = useSearch({ from: '/sign-in' });
  if (token) return <WithLink token={token} />;
  return search.for === 'admin' ? <WithPassword /> : <AskForLink />;
}

/** The token stands in the fragment, which no server sees; only the press of the button spends it. */
function WithLink({ token }: { token: string }) {
  const { t } = useTranslation();
  const use = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/sessions/sign-in-link', { body: { token } })),
    onSuccess: () => window.location.replace('/dashboard'),
  });
  return (
    <Stack gap="md" maw={400}>
      <PageTitle>{t('signIn.withLink')}</PageTitle>
      <Text>{t('signIn.withLinkText')}</Text>
      {use.error && <ProblemNotice error={use.error} />}
      {use.error && (
        <TextLink to="/sign-in" search={{}}>
          {t('signIn.another')}
        </TextLink>
      )}
      <Button loading={use.isPending} onClick={() => use.mutate()}>
        {t('signIn.confirmLink')}
      </Button>
    </Stack>
  );
}

function AskForLink() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => answerOf(api.POST('/v1/sign-in-links', { body: { email } })) });
  return (
    <form onSubmit={submitting(() => ask.mutate())}>
      <Stack gap="md" maw={400}>
        <PageTitle>{t('signIn.forCreators')}</PageTitle>
        <Text>{t('signIn.creatorText')}</Text>
        <Email value={email} onChange={setEmail} />
        {ask.error && <ProblemNotice error={ask.error} />}
        {ask.isSuccess && <Alert role="status">{t('signIn.sent')}</Alert>}
        <Button type="submit" loading={ask.isPending}>
          {t('signIn.send')}
        </Button>
      </Stack>
    </form>
  );
}

function WithPassword() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return answerOf(api.POST('/v1/sessions', { body: { email, password, timeZone } }));
    },
    onSuccess: () => window.location.replace('/admin'),
  });
  return (
    <form onSubmit={submitting(() => signIn.mutate())}>
      <Stack gap="md" maw={400}>
        <PageTitle>{t('signIn.forAdmins')}</PageTitle>
        <Email value={email} onChange={setEmail} />
        <PasswordInput
          required
          label={t('signIn.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {signIn.error && <ProblemNotice error={signIn.error} />}
        <TextLink to="/reset-password" size="sm">
          {t('signIn.forgotten')}
        </TextLink>
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}

function Email({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  return (
    <TextInput
      required
      type="email"
      autoComplete="email"
      label={t('signIn.email')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

const submitting = (send: () => void) => (event: FormEvent) => {
  event.preventDefault();
  send();
};
