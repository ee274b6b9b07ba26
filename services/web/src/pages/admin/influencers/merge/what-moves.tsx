import { List, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MergePreview } from '../../../../api/admin-types';

/** What there is none of is left out. */
export function WhatMoves({ to, moves }: { to: string; moves: MergePreview['moves'] }) {
  const { t } = useTranslation();
  const { socialAccounts, authorizationRequests, campaigns, sharedCampaigns, groups, notes } = moves;
  const shared = sharedCampaigns > 0 ? ` ${t('merge.shared', { count: sharedCampaigns })}` : '';
  const lines = [
    socialAccounts > 0 && t('merge.accounts', { count: socialAccounts }),
    authorizationRequests > 0 && t('merge.requests', { count: authorizationRequests }),
    campaigns > 0 && `${t('merge.campaigns', { count: campaigns })}.${shared}`,
    groups > 0 && t('merge.groups', { count: groups }),
    notes > 0 && t('merge.notes', { count: notes }),
    t('merge.besides'),
  ].filter((line) => line !== false);
  return (
    <section>
      <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
        {t('merge.moves', { name: to })}
      </Title>
      <List size="sm" aria-label={t('merge.moves', { name: to })}>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </section>
  );
}
