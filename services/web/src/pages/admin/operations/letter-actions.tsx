import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import type { DeadLetter } from '../../../api/operator-types';
import type { paths } from '../../../api/schema';
import { Confirm } from '../../../components/confirm';
import { useProof } from '../../../components/step-up';
import type { Decided } from './use-decision-text';

export type ServiceName = paths['/v1/operations/{service}/dead-letters']['get']['parameters']['path']['service'];

interface LetterActionsProps {
  service: ServiceName;
  letter: DeadLetter;
  event: string;
  onDecided(decided: Decided): void;
}

/** Asks once, and for a fresh proof of who is there: either changes data that the operator can not see. */
export function LetterActions({ service, letter: { id, status }, event, onDecided }: LetterActionsProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const withProof = useProof();
  const [asking, setAsking] = useState<Decided['what']>();
  const decide = useMutation({
    mutationFn: (what: Decided['what']) => {
      const params = { params: { path: { service, id } } };
      return withProof(() =>
        answerOf(
          what === 'replay'
            ? api.POST('/v1/operations/{service}/dead-letters/{id}/replays', params)
            : api.POST('/v1/operations/{service}/dead-letters/{id}/discards', params),
        ),
      );
    },
    onSuccess: (result, what) => {
      onDecided({ what, result });
      setAsking(undefined);
      void queries.invalidateQueries({ queryKey: ['admin', 'dead-letters'] });
      void queries.invalidateQueries({ queryKey: ['operations'] });
    },
  });
  const ask = (what: Decided['what']) => {
    decide.reset();
    setAsking(what);
  };
  return (
    <Group gap="xs">
      {status === 'parked' && (
        <Button size="xs" aria-label={t('operations.replayWhich', { event, service })} onClick={() => ask('replay')}>
          {t('operations.replay')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        aria-label={t('operations.discardWhich', { event, service })}
        onClick={() => ask('discard')}
      >
        {t('operations.discard')}
      </Button>
      {asking && (
        <Confirm
          opened
          title={t(`operations.${asking}Title`)}
          action={t(`operations.${asking}`)}
          busy={decide.isPending}
          error={decide.error}
          onConfirm={() => decide.mutate(asking)}
          onClose={() => setAsking(undefined)}
        >
          <Text size="sm">{t(`operations.${asking}Text`)}</Text>
        </Confirm>
      )}
    </Group>
  );
}
