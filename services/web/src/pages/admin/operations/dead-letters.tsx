import { Alert, SegmentedControl, Stack, Text, Title, useMatches } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadLetterStatus, ServiceState } from '../../../api/operator-types';
import { keepRowFocus } from '../../../components/keep-row-focus';
import { ServiceLetters } from './service-letters';
import { useDecisionText, type Decided } from './use-decision-text';

const statuses: DeadLetterStatus[] = ['parked', 'blocked', 'replayed', 'discarded'];

/** What the services put aside: each keeps its own, and decides for itself. */
export function DeadLetters({ services }: { services: readonly ServiceState[] }) {
  const { t } = useTranslation();
  const [status, setStatus] = useState<DeadLetterStatus>('parked');
  // Here and not beside the event, which leaves the list with the decision.
  const [decided, setDecided] = useState<Decided>();
  const orientation = useMatches<'vertical' | 'horizontal'>({ base: 'vertical', xs: 'horizontal' });
  const decisionText = useDecisionText();
  const keepers = services.filter(({ deadLetters }) => (deadLetters?.[status] ?? 0) > 0);
  return (
    <Stack ref={keepRowFocus} gap="sm" component="section" aria-label={t('operations.events')}>
      <Title order={2} size="h3">
        {t('operations.events')}
      </Title>
      <SegmentedControl
        maw={520}
        orientation={orientation}
        aria-label={t('operations.which')}
        value={status}
        data={statuses.map((value) => ({ value, label: t(`operations.letterStatus.${value}`) }))}
        onChange={(value) => setStatus(value as DeadLetterStatus)}
      />
      <div role="status">
        {decided && <Alert color={decided.result.stoppedAt ? 'orange' : 'teal'}>{decisionText(decided)}</Alert>}
      </div>
      {keepers.map(({ name, deadLetters }) => (
        <ServiceLetters
          key={`${name} ${status}`}
          service={name}
          status={status}
          count={deadLetters?.[status] ?? 0}
          onDecided={setDecided}
        />
      ))}
      {keepers.length === 0 && <Text size="sm">{t(`operations.empty.${status}`)}</Text>}
    </Stack>
  );
}
