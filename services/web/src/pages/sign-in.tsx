import { Alert, Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../api/client';
import { DoorCard } from '../components/door-card';
import { TextField } from '../components/form/fields';
import { Form } from '../components/form/form';
import { PasswordField } from '../components/form/password-field';
import { emailAddress, presentPassword } from '../components/form/schemas';
import { useSchemaForm } from '../components/form/use-schema-form';
import { HelpLink } from '../components/help-link';
import { TextLink } from '../components/links';
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
    <DoorCard title={t('signIn.withLink')}>
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
    </DoorCard>
  );
}

const forCreators = z.object({ email: emailAddress() });

function AskForLink() {
  const { t } = useTranslation();
  const form = useSchemaForm(forCreators, { email: '' });
  const ask = useMutation({
    mutationFn: (body: z.output<typeof forCreators>) => answerOf(api.POST('/v1/sign-in-links', { body })),
  });
  return (
    <Form fleeting form={form} error={ask.error} onSubmit={(values) => ask.mutate(values)}>
      <DoorCard title={t('signIn.forCreators')}>
        <Text>{t('signIn.creatorText')}</Text>
        <HelpLink topic="sign-in" w="fit-content" />
        <Email />
        {ask.error && <ProblemNotice error={ask.error} />}
        {ask.isSuccess && <Alert role="status">{t('signIn.sent')}</Alert>}
        <Button type="submit" loading={ask.isPending}>
          {t('signIn.send')}
        </Button>
      </DoorCard>
    </Form>
  );
}

const forMembers = z.object({ email: emailAddress(), password: presentPassword() });

function WithPassword() {
  const { t } = useTranslation();
  const form = useSchemaForm(forMembers, { email: '', password: '' });
  const signIn = useMutation({
    mutationFn: (body: z.output<typeof forMembers>) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return answerOf(api.POST('/v1/sessions', { body: { ...body, timeZone } }));
    },
    onSuccess: () => window.location.replace('/admin'),
  });
  return (
    <Form fleeting form={form} error={signIn.error} onSubmit={(values) => signIn.mutate(values)}>
      <DoorCard title={t('signIn.forAdmins')}>
        <HelpLink topic="sign-in" w="fit-content" />
        <Email />
        <PasswordField required name="password" label={t('signIn.password')} autoComplete="current-password" />
        {signIn.error && <ProblemNotice error={signIn.error} />}
        <TextLink to="/reset-password" size="sm">
          {t('signIn.forgotten')}
        </TextLink>
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </DoorCard>
    </Form>
  );
}

function Email() {
  const { t } = useTranslation();
  return <TextField required type="email" autoComplete="email" name="email" label={t('signIn.email')} />;
}
