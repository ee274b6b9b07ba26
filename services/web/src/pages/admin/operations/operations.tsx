import { Alert, Anchor, List, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Operations as Overview } from '../../../api/operator-types';
import { useKnownSession } from '../../../api/session';
import { HelpLink } from '../../../components/help-link';
import { Loading } from '../../../components/loading';
import { NoPermission } from '../../../components/no-permission';
import { PageTitle } from '../../../components/page-title';
import { ProblemNotice } from '../../../components/problem-notice';
import { formatDate } from '../../../i18n';
import { Allowances } from './allowances';
import { DeadLetters } from './dead-letters';
import { Organisations } from './organisations/organisations';
import { Services } from './services';
import { useOperations } from './use-operations';
import { VaultKeys } from './vault-keys';

/** Health, events on their way, what was put aside, organisations, allowances and keys: what whoever runs the installation sees. */
export default function Operations() {
  const { t } = useTranslation();
  const isOperator = useKnownSession()?.operator === true;
  const overview = useOperations(isOperator);
  const { data, error } = overview;
  if (!isOperator) return <NoPermission to="operators" />;
  return (
    <Stack gap="xl">
      <div>
        <PageTitle>{t('operations.title')}</PageTitle>
        <Text c="dimmed">{t('operations.intro')}</Text>
        <HelpLink topic="operations" />
      </div>
      {/* It is read anew every few seconds whatever was answered. */}
      {error && <ProblemNotice error={error} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Stack gap="xs">
            <Summary overview={data} />
            <Text size="sm" c="dimmed">
              {t(error ? 'operations.stale' : 'operations.asOf', { time: formatDate(data.asOf) })}
            </Text>
          </Stack>
          <Services services={data.services} />
          <DeadLetters services={data.services} />
        </>
      )}
      <Organisations />
      {data && (
        <>
          <Allowances allowances={data.allowances} />
          <VaultKeys keys={data.keys} />
          {data.sandboxUrl && (
            <Stack gap={4} component="section" aria-label={t('operations.sandbox')} align="flex-start">
              <Title order={2} size="h3">
                {t('operations.sandbox')}
              </Title>
              <Text size="sm">{t('operations.sandboxText')}</Text>
              <Anchor href={data.sandboxUrl} target="_blank" rel="noreferrer noopener" underline="always">
                {t('operations.sandboxOpen')}
              </Anchor>
            </Stack>
          )}
        </>
      )}
    </Stack>
  );
}

/** Red only for what waits for a person; the announcement is polite, for it may change while somebody reads. */
function Summary({ overview: { services } }: { overview: Overview }) {
  const { t } = useTranslation();
  const down = services.filter(({ status }) => status === 'not_ready' || status === 'unreachable').length;
  const parked = services.reduce((sum, { deadLetters }) => sum + (deadLetters?.parked ?? 0), 0);
  if (down === 0 && parked === 0) {
    return (
      <Alert role="status" color="teal" icon={<IconCircleCheck aria-hidden />} title={t('operations.well')}>
        {t('operations.wellText')}
      </Alert>
    );
  }
  return (
    <Alert role="status" color="red" icon={<IconAlertTriangle aria-hidden />} title={t('operations.unwell')}>
      <List size="sm">
        {down > 0 && <List.Item>{t('operations.servicesDown', { count: down })}</List.Item>}
        {parked > 0 && <List.Item>{t('operations.parked', { count: parked })}</List.Item>}
      </List>
    </Alert>
  );
}
