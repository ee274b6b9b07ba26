import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Influencer } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { Confirm } from '../../../components/confirm';

/** An address that somebody complained from is written to again only by somebody's act, who was asked to. */
export function LiftComplaint({ influencer: { id, name } }: { influencer: Pick<Influencer, 'id' | 'name'> }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const lift = useMutation({
    mutationFn: () =>
      answerOf(api.DELETE('/v1/addressees/{influencerId}/complaint', { params: { path: { influencerId: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
  return (
    <>
      <Button mt="sm" size="xs" variant="default" onClick={() => setAsking(true)}>
        {t('mails.lift')}
      </Button>
      <Confirm
        opened={asking}
        title={t('mails.liftTitle', { name })}
        action={t('mails.liftConfirm')}
        busy={lift.isPending}
        error={lift.error}
        onConfirm={() => lift.mutate()}
        onClose={() => {
          setAsking(false);
          lift.reset();
        }}
      >
        <Text size="sm">{t('mails.liftText')}</Text>
      </Confirm>
    </>
  );
}
