import { Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import type { SocialAccount } from '../../../api/types';
import { Confirm } from '../../../components/confirm';
import { countsText, type VendorCounts } from './counts-text';

interface Props {
  account: SocialAccount;
  onRemoved(counts: VendorCounts): void;
}

/** Counts first what would go, by the same rule as it goes then. */
export function RemoveVendorData({ account: { id, handle }, onRemoved }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const purge = (dryRun: boolean) =>
    answerOf(api.POST('/v1/social-accounts/{id}/vendor-data/purges', { params: { path: { id } }, body: { dryRun } }));
  const preview = useQuery({
    queryKey: ['vendor-removal', id],
    queryFn: () => purge(true),
    enabled: asking,
    staleTime: 0,
    gcTime: 0,
  });
  const remove = useMutation({
    mutationFn: () => purge(false),
    onSuccess: (counts) => {
      setAsking(false);
      onRemoved(counts);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['admin', 'vendor-data'] }),
  });
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {t('vendor.remove')}
      </Button>
      <Confirm
        opened={asking}
        title={t('vendor.removeTitle', { handle })}
        action={t('vendor.removeConfirm')}
        busy={remove.isPending || preview.isPending}
        error={remove.error ?? preview.error}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        {preview.data && <Text size="sm">{t('vendor.removeCounts', countsText(t, preview.data))}</Text>}
        <Text size="sm">{t('vendor.removeText')}</Text>
      </Confirm>
    </>
  );
}
