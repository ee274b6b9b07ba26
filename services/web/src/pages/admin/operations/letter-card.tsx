import { Card, Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeadLetter } from '../../../api/operator-types';
import { Facts } from '../../../components/facts';
import { formatDate, formatNumber } from '../../../i18n';
import { LetterActions, type ServiceName } from './letter-actions';
import type { Decided } from './use-decision-text';

interface LetterCardProps {
  service: ServiceName;
  letter: DeadLetter;
  onDecided(decided: Decided): void;
}

/** One message that was put aside: what it was, why, and what can be done. Never what stood in it. */
export function LetterCard({ service, letter, onDecided }: LetterCardProps) {
  const { t } = useTranslation();
  const { eventType, topic, partition, offset, about, status, errorClass, errorMessage, attempts } = letter;
  const event = eventType ?? t('operations.unknownEvent');
  const open = status === 'parked' || status === 'blocked';
  return (
    <Card withBorder padding="sm" component="article" aria-label={`${event}, ${service}`}>
      <Stack gap="xs">
        <div>
          <Text fw={600}>{event}</Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('operations.letterAt', { service, topic, partition, offset })}
          </Text>
        </div>
        {errorClass && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {`${t('operations.cause')}: ${errorClass}: ${errorMessage ?? ''}`}
          </Text>
        )}
        <Facts
          facts={[
            [t('operations.about'), about ? <Code>{about}</Code> : t('operations.none')],
            [t('operations.firstAt'), formatDate(letter.firstAt)],
            [t(open ? 'operations.lastAt' : 'operations.decidedAt'), formatDate(letter.lastAt)],
            open
              ? [t('operations.attempts'), formatNumber(attempts)]
              : [t('operations.decidedBy'), <Code key="by">{letter.resolvedBy}</Code>],
          ]}
        />
        {open && <LetterActions service={service} letter={letter} event={event} onDecided={onDecided} />}
      </Stack>
    </Card>
  );
}
