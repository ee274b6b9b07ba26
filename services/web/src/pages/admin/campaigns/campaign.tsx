import { Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign as CampaignData } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { Confirm } from '../../../components/confirm';
import { Loading } from '../../../components/loading';
import { TextLink } from '../../../components/links';
import { PageTitle } from '../../../components/page-title';
import { NotThere } from '../not-there';
import { useRole } from '../use-role';
import { AttentionNotice } from './attention-notice';
import { CampaignForm } from './campaign-form';
import { CampaignMembers } from './campaign-members';
import { campaignTabs, type CampaignTab } from './campaign-tabs';
import { ForecastNotice } from './forecast-notice';
import { CampaignReport } from './report/campaign-report';
import { useDates } from './use-dates';

export default function Campaign() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/admin/campaigns/$id' });
  const { tab = 'influencers' } = useSearch({ from: '/admin/campaigns/$id' });
  const navigate = useNavigate({ from: '/admin/campaigns/$id' });
  const { mayChange } = useRole();
  const dates = useDates();
  const [editing, setEditing] = useState(false);
  const campaign = useQuery({
    queryKey: ['admin', 'campaign', id],
    queryFn: () => answerOf(api.GET('/v1/campaigns/{id}', { params: { path: { id } } })),
  });
  const back = (
    <TextLink to="/admin/campaigns" size="sm">
      {t('campaigns.back')}
    </TextLink>
  );
  if (campaign.error && !campaign.data)
    return <NotThere error={campaign.error} back={back} onRetry={() => void campaign.refetch()} />;
  if (!campaign.data) return <Loading />;
  return (
    <Stack gap="md">
      {back}
      <AttentionNotice campaignId={id} mayChange={mayChange} />
      <Group justify="space-between">
        <div>
          <PageTitle>{campaign.data.name}</PageTitle>
          <Text c="dimmed">{dates(campaign.data)}</Text>
        </div>
        {mayChange && (
          <Group gap="xs">
            <Button variant="default" onClick={() => setEditing(true)}>
              {t('campaigns.edit')}
            </Button>
            <Remove campaign={campaign.data} />
          </Group>
        )}
      </Group>
      {editing && <CampaignForm campaign={campaign.data} onClose={() => setEditing(false)} />}
      <ForecastNotice campaignId={id} />
      <Tabs
        value={tab}
        keepMounted={false}
        // A form that is open above them stays so.
        onChange={(next) => void navigate({ search: { tab: next as CampaignTab }, replace: true, ignoreBlocker: true })}
      >
        <Tabs.List>
          {campaignTabs.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {t(`campaigns.tab.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="influencers" pt="md">
          <CampaignMembers campaignId={id} mayChange={mayChange} />
        </Tabs.Panel>
        <Tabs.Panel value="report" pt="md">
          <CampaignReport campaignId={id} mayChange={mayChange} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Remove({ campaign: { id, name } }: { campaign: CampaignData }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/campaigns/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      await navigate({ to: '/admin/campaigns', ignoreBlocker: true });
      await queries.invalidateQueries({ queryKey: ['admin'] });
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('campaigns.delete')}
      </Button>
      <Confirm
        opened={asking}
        title={t('campaigns.deleteTitle', { name })}
        action={t('campaigns.delete')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        <Text size="sm">{t('campaigns.deleteText')}</Text>
      </Confirm>
    </>
  );
}
