import { Alert, Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { DoorCard } from '../components/door-card';
import { ProblemNotice } from '../components/problem-notice';

export default function ConfirmAddress() {
  const { t } = useTranslation();
  const token = useLocation({ select: (location) => location.hash });
  const confirm = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/outbound-email/confirmations', { body: { token } })),
  });
  return (
    <DoorCard title={t('confirmAddress.title')}>
      <Text>{t('confirmAddress.text')}</Text>
      {confirm.error && <ProblemNotice error={confirm.error} />}
      {confirm.isSuccess ? (
        <Alert role="status" color="teal">
          {t(confirm.data.status === 'VERIFIED' ? 'confirmAddress.done' : 'confirmAddress.waits')}
        </Alert>
      ) : (
        <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t('confirmAddress.button')}
        </Button>
      )}
    </DoorCard>
  );
}
