import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { EmptyState } from '../../../components/empty-state';
import { Loading } from '../../../components/loading';
import { TextLink } from '../../../components/links';
import { PageTitle } from '../../../components/page-title';
import { ProblemNotice } from '../../../components/problem-notice';
import { MoreButton } from '../more-button';
import { usePages } from '../use-pages';
import { useRole } from '../use-role';
import { CampaignForm } from './campaign-form';
import { useDates } from './use-dates';

export default function Campaigns() {
  const { t } = useTranslation();
  const { mayChange } = useRole();
  const dates = useDates();
  const campaigns = usePages(['campaigns'], (page) =>
    answerOf(api.GET('/v1/campaigns', { params: { query: { limit: 25, ...page } } })),
  );
  const [adding, setAdding] = useState(false);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle>{t('campaigns.title')}</PageTitle>
        {mayChange && !adding && <Button onClick={() => setAdding(true)}>{t('campaigns.add')}</Button>}
      </Group>
      {adding && <CampaignForm onClose={() => setAdding(false)} />}
      {campaigns.error && <ProblemNotice error={campaigns.error} onRetry={() => void campaigns.refetch()} />}
      {!campaigns.items && !campaigns.error && <Loading />}
      {campaigns.items?.length === 0 && !adding && (
        <EmptyState title={t('campaigns.empty')}>{t('campaigns.emptyText')}</EmptyState>
      )}
      <Stack component="ul" gap="xs" m={0} p={0} aria-label={t('campaigns.title')}>
        {campaigns.items?.map((campaign) => (
          <Card key={campaign.id} component="li" withBorder padding="sm" style={{ listStyle: 'none' }}>
            <TextLink to="/admin/campaigns/$id" params={{ id: campaign.id }} fw={600}>
              {campaign.name}
            </TextLink>
            <Text size="sm" c="dimmed">
              {dates(campaign)}
            </Text>
          </Card>
        ))}
      </Stack>
      <MoreButton pages={campaigns} />
    </Stack>
  );
}
