import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { ownAccountsQuery } from '../api/own-accounts';
import type { SocialAccount } from '../api/types';
import { Confirm } from '../components/confirm';
import { HelpLink } from '../components/help-link';

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
      await queries.invalidateQueries({ queryKey: ownAccountsQuery.queryKey });
      onClose();
    },
  });
  return (
    <Confirm
      opened={opened}
      title={t('dashboard.revokeTitle', { handle })}
      action={t('dashboard.revoke')}
      keep={t('dashboard.keep')}
      busy={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t(platform === 'tiktok' ? 'dashboard.revokeTikTok' : 'dashboard.revokeText')}</Text>
      <HelpLink topic="revoke" w="fit-content" />
    </Confirm>
  );
}
