import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import type { SocialAccount } from '../api/types';
import { Modal } from '../components/modal';
import { ProblemNotice } from '../components/problem-notice';

interface RevokeDialogProps {
  account: SocialAccount;
  opened: boolean;
  onClose: () => void;
}

/** Asks once, and says what stops, what is deleted and when. */
export function RevokeDialog({ account: { id, handle, platform }, opened, onClose }: RevokeDialogProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/v1/social-accounts/{id}/authorization/revocations', { params: { path: { id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      onClose();
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t('dashboard.revokeTitle', { handle })} centered>
      <Stack>
        <Text size="sm">{t(platform === 'tiktok' ? 'dashboard.revokeTikTok' : 'dashboard.revokeText')}</Text>
        {revoke.error && <ProblemNotice error={revoke.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('dashboard.keep')}
          </Button>
          <Button color="red.8" loading={revoke.isPending} onClick={() => revoke.mutate()}>
            {t('dashboard.revoke')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
