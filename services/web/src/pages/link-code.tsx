import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { LinkSession } from '../api/types';
import { ProblemNotice } from '../components/problem-notice';

export function LinkCode({
  organisation,
  onProven,
  onAgain,
}: {
  organisation: string;
  onProven: (session: LinkSession) => void;
  onAgain: () => void;
}) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const prove = useMutation({
    mutationFn: () => api.post<LinkSession>('/v1/link-session/proof', { code: code.trim() }),
    onSuccess: onProven,
  });
  return (
    <Card withBorder padding="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          prove.mutate();
        }}
      >
        <Stack gap="md">
          <div>
            <Title order={2} size="h4">
              {t('link.code.title')}
            </Title>
            <Text size="sm">{t('link.code.text', { organisation })}</Text>
          </div>
          <TextInput
            label={t('link.code.label')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="\s*[0-9]{6}\s*"
            required
            maw={240}
            data-autofocus
          />
          {prove.error && <ProblemNotice error={prove.error} />}
          <Group>
            <Button type="submit" loading={prove.isPending}>
              {t('link.code.check')}
            </Button>
            <Button variant="subtle" onClick={onAgain}>
              {t('link.code.again')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
