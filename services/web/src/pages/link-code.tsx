import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import type { LinkSession } from '../api/types';
import { PageTitle } from '../components/page-title';
import { ProblemNotice } from '../components/problem-notice';

interface LinkCodeProps {
  organisation: string;
  onProven: (session: LinkSession) => void;
  onAgain: () => void;
  again: { pending: boolean; done: boolean; error: Error | null };
}

export function LinkCode({ organisation, onProven, onAgain, again }: LinkCodeProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const prove = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/link-session/proof', { body: { code: code.replaceAll(/\s/g, '') } })),
    onSuccess: onProven,
  });
  const error = prove.error ?? again.error;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        prove.mutate();
      }}
    >
      <Stack gap="md" maw={480}>
        <PageTitle>{t('link.code.title')}</PageTitle>
        <Text>{t('link.code.text', { organisation })}</Text>
        <TextInput
          label={t('link.code.label')}
          description={t('link.code.hint')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\s*([0-9]\s*){6}"
          required
          size="md"
        />
        {error && <ProblemNotice error={error} />}
        {again.done && !error && (
          <Text size="sm" role="status">
            {t('link.code.sent')}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={prove.isPending}>
            {t('link.code.check')}
          </Button>
          <Button variant="default" loading={again.pending} onClick={onAgain}>
            {t('link.code.again')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
