import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SocialAccount } from '../../../api/types';
import { HelpLink } from '../../../components/help-link';
import { Modal } from '../../../components/modal';
import { ProblemNotice } from '../../../components/problem-notice';
import { CopyByHand } from '../links/copy-by-hand';
import { createRequest, linkFor } from '../links/request-link';
import { useCopy } from '../../../components/use-copy';

/** A member can not connect a TikTok account outside the marketplace; the refusal says who can, and holds the link. */
export function ConnectRefusal({ account: { influencerId, handle } }: { account: SocialAccount }) {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" aria-label={t('connect.tryWhich', { handle })} onClick={() => setTried(true)}>
        {t('connect.try')}
      </Button>
      <Modal opened={tried} onClose={() => setTried(false)} title={t('connect.refused', { handle })}>
        <Stack gap="sm">
          <Text size="sm">{t('connect.refusedText')}</Text>
          <List size="sm" spacing="xs">
            <List.Item>{t('connect.byLink')}</List.Item>
            <List.Item>{t('connect.byInvite')}</List.Item>
          </List>
          <CopyableLink influencerId={influencerId} />
          <HelpLink topic="marketplace" />
        </Stack>
      </Modal>
    </>
  );
}

/** Made when it is wanted: each link counts, and works until it is used or has run out. */
function CopyableLink({ influencerId }: { influencerId: string }) {
  const { t } = useTranslation();
  const { copy, byHand } = useCopy();
  const link = useMutation({
    mutationFn: async () => {
      const url = await linkFor((await createRequest(influencerId)).id, 'copy');
      if (url !== null) await copy(url);
      return url;
    },
  });
  return (
    <>
      <Button variant="default" loading={link.isPending} onClick={() => link.mutate()}>
        {t('admin.copy')}
      </Button>
      {link.error && <ProblemNotice error={link.error} />}
      <div role="status">{link.isSuccess && !byHand && <Alert color="teal">{t('admin.copied')}</Alert>}</div>
      {link.data && <CopyByHand label={t('connect.link')} text={link.data} />}
    </>
  );
}
