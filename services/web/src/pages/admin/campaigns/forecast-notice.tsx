import { Alert, List, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { TextLink } from '../../../components/links';
import { formatDate } from '../../../i18n';

/** Amber: nothing is wrong yet, but these authorizations end before the campaign does. */
export function ForecastNotice({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation();
  const forecast = useQuery({
    queryKey: ['admin', 'forecast', campaignId],
    queryFn: () => answerOf(api.GET('/v1/campaigns/{id}/forecast', { params: { path: { id: campaignId } } })),
  });
  if (!forecast.data || forecast.data.accounts.length === 0) return null;
  const { accounts, endsOn } = forecast.data;
  return (
    <Alert
      color="orange"
      icon={<IconClockExclamation aria-hidden />}
      title={t(endsOn ? 'forecast.title' : 'forecast.titleOpen', { count: accounts.length })}
    >
      <Text size="sm">{t('forecast.text')}</Text>
      <List size="sm" mt="xs">
        {accounts.map(({ id, influencerId, influencerName, handle, platform, endsAt }) => (
          <List.Item key={id}>
            <TextLink to="/admin/influencers/$id" params={{ id: influencerId }} underline="always">
              {influencerName}
            </TextLink>
            {`, @${handle} (${t(`platform.${platform}`)}): ${formatDate(endsAt)}`}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
