import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import type { Platform } from '../../../api/types';
import { ProblemNotice } from '../../../components/problem-notice';

/** Asks for an account by mail or by a copied link; where the clipboard is refused, the link is shown to copy by hand. */
export function AskForAccount({ influencerId, platform }: { influencerId: string; platform: Platform }) {
  const { t } = useTranslation();
  const [byHand, setByHand] = useState<string>();
  const newLink = async (delivery: 'copy' | 'email') => {
    const request = { influencerId, platforms: [{ platform }] };
    const { id } = await answerOf(api.POST('/v1/authorization-requests', { body: request }));
    return answerOf(api.POST('/v1/authorization-links', { body: { authorizationRequestId: id, delivery } }));
  };
  const copy = useMutation({
    mutationFn: async () => {
      const { url } = await newLink('copy');
      if (url !== null) await navigator.clipboard.writeText(url).catch(() => setByHand(url));
    },
  });
  const mail = useMutation({ mutationFn: () => newLink('email') });
  const error = copy.error ?? mail.error;
  const name = t(`platform.${platform}`);
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text size="sm">{t('admin.ask', { platform: name })}</Text>
        <Button
          size="xs"
          variant="default"
          aria-label={t('admin.copyFor', { platform: name })}
          loading={copy.isPending}
          onClick={() => copy.mutate()}
        >
          {t('admin.copy')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={t('admin.mailFor', { platform: name })}
          loading={mail.isPending}
          onClick={() => mail.mutate()}
        >
          {t('admin.mail')}
        </Button>
      </Group>
      {error && <ProblemNotice error={error} />}
      <Text size="sm" role="status">
        {copy.isSuccess && !byHand && t('admin.copied')}
        {mail.isSuccess && t('admin.mailed')}
      </Text>
      {byHand && (
        <TextInput
          readOnly
          label={t('admin.copyByHand')}
          value={byHand}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </Stack>
  );
}
