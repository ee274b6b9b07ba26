import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ServiceState } from '../../../api/operator-types';
import { formatNumber } from '../../../i18n';
import { DataTable, type Column } from '../data-table';
import { ServiceStatus } from './service-status';
import { useAge } from './use-age';

export function Services({ services }: { services: readonly ServiceState[] }) {
  const { t } = useTranslation();
  const columns: Column<ServiceState>[] = [
    { name: t('operations.service'), cell: ({ name }) => <b>{name}</b>, sortBy: ({ name }) => name },
    { name: t('operations.state'), cell: (service) => <State service={service} />, sortBy: ({ status }) => status },
    {
      name: t('operations.outbox'),
      cell: (service) => <Outbox service={service} />,
      sortBy: ({ outbox }) => outbox?.unpublished,
    },
    {
      name: t('operations.lag'),
      cell: (service) => <Lag service={service} />,
      sortBy: ({ lag }) => lag.reduce((sum, { records }) => sum + records, 0),
    },
    {
      name: t('operations.letters'),
      cell: (service) => <Letters service={service} />,
      sortBy: ({ deadLetters }) => deadLetters?.parked,
    },
  ];
  return (
    <Stack gap="xs" component="section" aria-label={t('operations.services')}>
      <Title order={2} size="h3">
        {t('operations.services')}
      </Title>
      <DataTable
        label={t('operations.services')}
        columns={columns}
        rows={services}
        keyOf={({ name }) => name}
        minWidth={760}
      />
    </Stack>
  );
}

interface Props {
  service: ServiceState;
}

function State({ service: { status, checks } }: Props) {
  const { t } = useTranslation();
  const down = checks.filter(({ state }) => state === 'down').map((check) => check.name);
  return (
    <>
      <ServiceStatus status={status} />
      {down.length > 0 && <Text size="xs">{t('operations.down', { checks: down.join(', ') })}</Text>}
    </>
  );
}

function Outbox({ service: { outbox } }: Props) {
  const { t } = useTranslation();
  const age = useAge();
  if (!outbox) return t('operations.none');
  const waiting = { count: outbox.unpublished, age: age(outbox.ageSeconds) };
  return t(waiting.count === 0 ? 'operations.outboxEmpty' : 'operations.outboxWaiting', waiting);
}

function Lag({ service: { lag } }: Props) {
  const { t } = useTranslation();
  const behind = lag.filter(({ records }) => records > 0);
  if (behind.length === 0) return t(lag.length === 0 ? 'operations.none' : 'operations.lagNone');
  return behind.map(({ group, topic, records }) => (
    <Text key={`${group} ${topic}`} size="sm">{`${formatNumber(records)} · ${topic}`}</Text>
  ));
}

function Letters({ service: { deadLetters } }: Props) {
  const { t } = useTranslation();
  if (!deadLetters) return t('operations.none');
  return deadLetters.blocked > 0 ? t('operations.lettersBlocked', deadLetters) : formatNumber(deadLetters.parked);
}
