import { Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import type { SocialAccount } from '../../../api/types';
import { Confirm } from '../../../components/confirm';
import { RemovalPreview } from './removal-preview';

/** Shows first what goes with the account. */
export function RemoveAccount({ account: { id, handle } }: { account: SocialAccount }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const params = { path: { id } };
  const preview = useQuery({
    queryKey: ['account-removal', id],
    queryFn: () => answerOf(api.GET('/v1/social-accounts/{id}/removal', { params })),
    enabled: asking,
    staleTime: 0,
  });
  const remove = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/social-accounts/{id}', { params })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {t('profile.removeAccount')}
      </Button>
      <Confirm
        opened={asking}
        title={t('profile.removeTitle', { handle })}
        action={t('profile.removeConfirm')}
        busy={remove.isPending || preview.isLoading}
        error={remove.error ?? preview.error}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        <Text size="sm">{t('profile.removeText')}</Text>
        <RemovalPreview preview={preview} />
      </Confirm>
    </>
  );
}
