import { Button, Code, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { ProblemNotice } from '../../components/problem-notice';
import { useProof } from '../../components/step-up';
import { CodeForm } from './code-form';
import { RecoveryCodes } from './recovery-codes';

/** Three steps: a secret into the app, its first code back, the recovery codes put away. */
export function SetUpSecondFactor({ onDone }: { onDone(): void }) {
  const { t } = useTranslation();
  const withProof = useProof();
  const enrol = useMutation({
    mutationFn: () => withProof(() => answerOf(api.POST('/v1/second-factor'))),
  });
  const confirm = useMutation({
    mutationFn: (code: string) =>
      withProof(() => answerOf(api.POST('/v1/second-factor/confirmation', { body: { code } }))),
  });
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} onDone={onDone} />;
  if (!enrol.data) {
    return (
      <Stack align="flex-start">
        <Button loading={enrol.isPending} onClick={() => enrol.mutate()}>
          {t('secondFactor.begin')}
        </Button>
        {enrol.error && <ProblemNotice error={enrol.error} />}
      </Stack>
    );
  }
  const { secret, uri } = enrol.data;
  return (
    <Stack gap="md">
      <Text>{t('secondFactor.scan')}</Text>
      <Group align="flex-start">
        <Paper p="sm" radius="md" bg="white">
          <QRCodeSVG value={uri} size={176} title={t('secondFactor.qr')} />
        </Paper>
        <Stack gap={4}>
          <Text size="sm">{t('secondFactor.byHand')}</Text>
          <Code style={{ overflowWrap: 'anywhere' }}>{secret.match(/.{1,4}/g)?.join(' ')}</Code>
        </Stack>
      </Group>
      <Text>{t('secondFactor.firstCode')}</Text>
      <CodeForm busy={confirm.isPending} submit={t('secondFactor.confirm')} onCode={(code) => confirm.mutate(code)} />
      {confirm.error && <ProblemNotice error={confirm.error} />}
    </Stack>
  );
}
