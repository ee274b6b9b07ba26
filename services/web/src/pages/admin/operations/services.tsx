import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ServiceState } from '../../../api/operator-types';
import { formatNumber } from '../../../i18n';
import { ServiceStatus } from './service-status';
import { useAge } from './use-age';

export function Services({ services }: { services: readonly ServiceState[] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" component="section" aria-label={t('operations.services')}>
      <Title order={2} size="h3">
        {t('operations.services')}
      </Title>
      <Table.ScrollContainer
        minWidth={760}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('operations.services') } }}
      >
        <Table>
          <Table.Thead>
            <Table.Tr>
              {(['service', 'state', 'outbox', 'lag', 'letters'] as const).map((name) => (
                <Table.Th key={name} scope="col">
                  {t(`operations.${name}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {services.map((service) => (
              <Row key={service.name} service={service} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

function Row({ service: { name, status, checks, outbox, lag, deadLetters } }: { service: ServiceState }) {
  const { t } = useTranslation();
  const age = useAge();
  const down = checks.filter(({ state }) => state === 'down').map((check) => check.name);
  const behind = lag.filter(({ records }) => records > 0);
  const waiting = outbox && { count: outbox.unpublished, age: age(outbox.ageSeconds) };
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td>
        <ServiceStatus status={status} />
        {down.length > 0 && <Text size="xs">{t('operations.down', { checks: down.join(', ') })}</Text>}
      </Table.Td>
      <Table.Td>
        {!waiting && t('operations.none')}
        {waiting && t(waiting.count === 0 ? 'operations.outboxEmpty' : 'operations.outboxWaiting', waiting)}
      </Table.Td>
      <Table.Td>
        {lag.length === 0 ? t('operations.none') : behind.length === 0 && t('operations.lagNone')}
        {behind.map(({ group, topic, records }) => (
          <Text key={`${group} ${topic}`} size="sm">{`${formatNumber(records)} · ${topic}`}</Text>
        ))}
      </Table.Td>
      <Table.Td>
        {!deadLetters && t('operations.none')}
        {deadLetters &&
          (deadLetters.blocked > 0 ? t('operations.lettersBlocked', deadLetters) : formatNumber(deadLetters.parked))}
      </Table.Td>
    </Table.Tr>
  );
}
