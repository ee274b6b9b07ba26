import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { PageTitle } from '../components/page-title';
import { ProblemNotice } from '../components/problem-notice';

/** For people whose mail program opens the address in a reminder instead of posting to it. */
export default function StopReminders() {
  const { t } = useTranslation();
  const token = useLocation({ select: (location) => location.hash });
  const stop = useMutation({
    mutationFn: () => answerOf(api.POST('/unsubscribe/{token}', { params: { path: { token } } })),
  });
  return (
    <Stack gap="md" maw={480} align="flex-start">
      <PageTitle>{t('stopReminders.title')}</PageTitle>
      <Text>{t('stopReminders.text')}</Text>
      {stop.error && <ProblemNotice error={stop.error} />}
      {stop.isSuccess ? (
        <Alert role="status" color="teal">
          {t('stopReminders.done')}
        </Alert>
      ) : (
        <Button loading={stop.isPending} onClick={() => stop.mutate()}>
          {t('stopReminders.button')}
        </Button>
      )}
    </Stack>
  );
}
