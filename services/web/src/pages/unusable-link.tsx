import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { PageTitle } from '../components/page-title';
import { ProblemNotice } from '../components/problem-notice';

/** The same page for every link that does not work; it answers the same for every address. */
export function UnusableLink() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const renew = useMutation({ mutationFn: () => answerOf(api.POST('/v1/link-renewals', { body: { email } })) });
  return (
    <Stack gap="md">
      <PageTitle>{t('link.unusable.title')}</PageTitle>
      <Text>{t('link.unusable.text')}</Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          renew.mutate();
        }}
      >
        <Stack gap="sm" maw={400}>
          <TextInput
            type="email"
            autoComplete="email"
            required
            label={t('link.unusable.email')}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          {renew.error && <ProblemNotice error={renew.error} />}
          {renew.isSuccess && <Alert role="status">{t('link.unusable.sent')}</Alert>}
          <Button type="submit" loading={renew.isPending}>
            {t('link.unusable.send')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
