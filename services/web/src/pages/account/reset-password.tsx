import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../../api/client';
import { DoorCard } from '../../components/door-card';
import { TextField } from '../../components/form/fields';
import { Form } from '../../components/form/form';
import { emailAddress, newPassword } from '../../components/form/schemas';
import { useSchemaForm } from '../../components/form/use-schema-form';
import { ButtonLink, TextLink } from '../../components/links';
import { PageTitle } from '../../components/page-title';
import { ProblemNotice } from '../../components/problem-notice';
import { NewPasswordField } from './new-password-field';

export default function ResetPassword(): ReactElement {
  const token = useLocation({ select: (location) => location.hash });
  return token ? <Choose token={token} /> : <Ask />;
}

const address = z.object({ email: emailAddress() });

function Ask() {
  const { t } = useTranslation();
  const form = useSchemaForm(address, { email: '' });
  const ask = useMutation({
    mutationFn: (body: z.output<typeof address>) => answerOf(api.POST('/v1/password-resets', { body })),
  });
  return (
    <Form fleeting form={form} error={ask.error} onSubmit={(values) => ask.mutate(values)}>
      <DoorCard title={t('password.forgotten')}>
        <Text>{t('password.forgottenText')}</Text>
        <TextField required type="email" autoComplete="email" name="email" label={t('signIn.email')} />
        {ask.error && <ProblemNotice error={ask.error} />}
        {ask.isSuccess && <Alert role="status">{t('password.sent')}</Alert>}
        <Button type="submit" loading={ask.isPending}>
          {t('password.send')}
        </Button>
      </DoorCard>
    </Form>
  );
}

const chosen = z.object({ password: newPassword() });

function Choose({ token }: { token: string }) {
  const { t } = useTranslation();
  const form = useSchemaForm(chosen, { password: '' });
  const choose = useMutation({
    mutationFn: ({ password }: z.output<typeof chosen>) =>
      answerOf(api.POST('/v1/password-resets/completions', { body: { token, password } })),
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
    <Form fleeting form={form} error={choose.error} onSubmit={(values) => choose.mutate(values)}>
      <DoorCard title={t('password.choose')}>
        <NewPasswordField name="password" />
        {choose.error && <ProblemNotice error={choose.error} />}
        {choose.error && (
          <TextLink to="/reset-password" hash="" size="sm">
            {t('signIn.another')}
          </TextLink>
        )}
        <Button type="submit" loading={choose.isPending}>
          {t('password.set')}
        </Button>
      </DoorCard>
    </Form>
  );
}
