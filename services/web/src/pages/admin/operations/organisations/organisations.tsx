import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../../api/client';
import type { OperatorOrganisation } from '../../../../api/operator-types';
import { EmptyState } from '../../../../components/empty-state';
import { HelpLink } from '../../../../components/help-link';
import { Loading } from '../../../../components/loading';
import { ProblemNotice } from '../../../../components/problem-notice';
import { MoreButton } from '../../more-button';
import { usePages } from '../../use-pages';
import { AddOrganisation } from './add-organisation';
import { OrganisationCard } from './organisation-card';

/** Which organisations this installation has, and whether their owners are there; never what is in them. */
export function Organisations() {
  const { t } = useTranslation();
  const organisations = usePages<OperatorOrganisation>(['organisations'], (page) =>
    answerOf(api.GET('/v1/operations/organisations', { params: { query: { limit: 25, ...page } } })),
  );
  return (
    <Stack gap="sm" component="section" aria-label={t('operations.organisations.title')}>
      <div>
        <Title order={2} size="h3">
          {t('operations.organisations.title')}
        </Title>
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {t('operations.organisations.text')}
          </Text>
          <HelpLink topic="organisations" />
        </Group>
      </div>
      <AddOrganisation />
      {organisations.error && (
        <ProblemNotice error={organisations.error} onRetry={() => void organisations.refetch()} />
      )}
      {!organisations.items && !organisations.error && <Loading />}
      {organisations.items?.length === 0 && (
        <EmptyState title={t('operations.organisations.empty')}>{t('operations.organisations.emptyText')}</EmptyState>
      )}
      {organisations.items?.map((organisation) => (
        <OrganisationCard key={organisation.id} organisation={organisation} />
      ))}
      <MoreButton pages={organisations} />
    </Stack>
  );
}
