import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Platform } from '../../../api/types';
import { ProblemNotice } from '../../../components/problem-notice';
import { CopyByHand } from './copy-by-hand';
import { useSender } from './no-sender';
import { createRequest, linkFor } from './request-link';
import { SendDialog } from './send-dialog';
import { useCopy } from '../../../components/use-copy';

interface LinkButtonsProps {
  influencerId: string;
  /** Asked for beside what needs the influencer anyhow. */
  platform?: Platform;
  /** What the buttons are called where several stand on one page. */
  mailLabel: string;
  copyLabel: string;
}

/** A link for one influencer, by mail or to be handed over in any other way: the two ways side by side. */
export function LinkButtons({ influencerId, platform, mailLabel, copyLabel }: LinkButtonsProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const sender = useSender();
  const [asked, setAsked] = useState(false);
  const { copy, byHand } = useCopy();
  const requested = async (delivery: 'copy' | 'email') =>
    linkFor((await createRequest(influencerId, platform)).id, delivery);
  const link = useMutation({
    mutationFn: async () => {
      const url = await requested('copy');
      if (url !== null) await copy(url);
    },
  });
  const mail = useMutation({
    mutationFn: () => requested('email'),
    onSuccess: () => {
      setAsked(false);
      return queries.invalidateQueries({ queryKey: ['admin'] });
    },
  });
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          aria-label={mailLabel}
          {...sender}
          onClick={() => {
            mail.reset();
            setAsked(true);
          }}
        >
          {t('admin.mail')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={copyLabel}
          loading={link.isPending}
          onClick={() => link.mutate()}
        >
          {t('admin.copy')}
        </Button>
      </Group>
      {link.error && <ProblemNotice error={link.error} />}
      <Text size="sm" role="status">
        {link.isSuccess && !byHand && t('admin.copied')}
        {mail.isSuccess && t('admin.mailed')}
      </Text>
      {byHand && <CopyByHand text={byHand} />}
      <SendDialog
        opened={asked}
        influencerId={influencerId}
        busy={mail.isPending}
        error={mail.error}
        onSend={() => mail.mutate()}
        onClose={() => setAsked(false)}
      />
    </Stack>
  );
}
