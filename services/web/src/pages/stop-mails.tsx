import { Alert, Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DoorCard } from '../components/door-card';
import { ProblemNotice } from '../components/problem-notice';

interface StopMailsProps {
  /** Of the texts. */
  of: 'stopReminders' | 'stopDigest';
  stop(token: string): Promise<unknown>;
}

/** For people whose mail program opens the address in a mail instead of posting to it. */
export function StopMails({ of, stop: tell }: StopMailsProps) {
  const { t } = useTranslation();
  const token = useLocation({ select: (location) => location.hash });
  const stop = useMutation({ mutationFn: () => tell(token) });
  return (
    <DoorCard title={t(`${of}.title`)}>
      <Text>{t(`${of}.text`)}</Text>
      {stop.error && <ProblemNotice error={stop.error} />}
      {stop.isSuccess ? (
        <Alert role="status" color="teal">
          {t(`${of}.done`)}
        </Alert>
      ) : (
        <Button loading={stop.isPending} onClick={() => stop.mutate()}>
          {t(`${of}.button`)}
        </Button>
      )}
    </DoorCard>
  );
}
