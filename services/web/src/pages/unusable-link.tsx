import { Alert, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { ProblemNotice } from '../components/problem-notice';

/** The same page for every link that does not work; it answers the same for every address. */
export function UnusableLink() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const renew = useMutation({ mutationFn: () => api.post('/v1/link-renewals', { email }) });
  return (
    <Stack gap="md">
      <Title order={1}>{t('link.unusable.title')}</Title>
      <Text>{t('link.unusable.text')}</Text>
      {renew.isSuccess ? (
        <Alert role="status">{t('link.unusable.sent')}</Alert>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            renew.mutate();
          }}
        >
          <Stack gap="sm" maw={360}>
            <TextInput
              type="email"
              autoComplete="email"
              required
              label={t('link.unusable.email')}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            {renew.error && <ProblemNotice error={renew.error} />}
            <Button type="submit" loading={renew.isPending}>
              {t('link.unusable.send')}
            </Button>
          </Stack>
        </form>
      )}
    </Stack>
  );
}
