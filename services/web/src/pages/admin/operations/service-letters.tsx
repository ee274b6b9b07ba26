import { Stack } from '@mantine/core';
import type { DeadLetter, DeadLetterStatus } from '../../../api/operator-types';
import { answerOf, api } from '../../../api/client';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { MoreButton } from '../more-button';
import { usePages } from '../use-pages';
import { LetterCard } from './letter-card';
import type { ServiceName } from './letter-actions';
import type { Decided } from './use-decision-text';

interface ServiceLettersProps {
  service: string;
  status: DeadLetterStatus;
  /** As the overview counts them: another number means that the list is out of date. */
  count: number;
  onDecided(decided: Decided): void;
}

export function ServiceLetters({ service, status, count, onDecided }: ServiceLettersProps) {
  const name = service as ServiceName;
  const letters = usePages<DeadLetter>(['dead-letters', service, status, count], (page) =>
    answerOf(
      api.GET('/v1/operations/{service}/dead-letters', {
        params: { path: { service: name }, query: { status, limit: 25, ...page } },
      }),
    ),
  );
  return (
    <Stack gap="sm">
      {letters.error && <ProblemNotice error={letters.error} onRetry={() => void letters.refetch()} />}
      {!letters.items && !letters.error && <Loading />}
      {letters.items?.map((letter) => (
        <LetterCard key={letter.id} service={name} letter={letter} onDecided={onDecided} />
      ))}
      <MoreButton pages={letters} />
    </Stack>
  );
}
