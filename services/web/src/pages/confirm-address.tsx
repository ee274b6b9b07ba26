import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { ProblemNotice } from '../components/problem-notice';

export default function ConfirmAddress() {
  const { t } = useTranslation();
  const confirm = useMutation({
    mutationFn: () => api.post('/v1/outbound-email/confirmations', { token: window.location.hash.slice(1) }),
  });
  return (
    <Stack gap="md" maw={480}>
      <Title order={1}>{t('confirmAddress.title')}</Title>
      <Text>{t('confirmAddress.text')}</Text>
      {confirm.error && <ProblemNotice error={confirm.error} />}
      {confirm.isSuccess ? (
        <Alert role="status" color="teal">
          {t('confirmAddress.done')}
        </Alert>
      ) : (
        <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t('confirmAddress.button')}
        </Button>
      )}
    </Stack>
  );
}
