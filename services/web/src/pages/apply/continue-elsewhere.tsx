import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import type { OwnApplication } from '../../api/types';
import { ProblemNotice } from '../../components/problem-notice';

/** The way to another device goes through the confirmed mailbox: nothing here can be copied. */
export function ContinueElsewhere({ application: { email, emailVerified } }: { application: OwnApplication }) {
  const { t } = useTranslation();
  const mail = useMutation({ mutationFn: () => answerOf(api.POST('/v1/application-session/links')) });
  return (
    <Stack component="section" aria-label={t('apply.elsewhere')} gap="xs" align="flex-start">
      <Title order={2} size="h4">
        {t('apply.elsewhere')}
      </Title>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t(emailVerified ? 'apply.elsewhereText' : 'apply.elsewhereUnproven', { email })}
      </Text>
      {mail.error && <ProblemNotice error={mail.error} />}
      {mail.isSuccess && (
        <Alert role="status" style={{ overflowWrap: 'anywhere' }}>
          {t('apply.elsewhereSent', { email })}
        </Alert>
      )}
      {emailVerified && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconDeviceMobile size={18} aria-hidden />}
            loading={mail.isPending}
            onClick={() => mail.mutate()}
          >
            {t(mail.isSuccess ? 'apply.elsewhereAgain' : 'apply.elsewhereSend')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
