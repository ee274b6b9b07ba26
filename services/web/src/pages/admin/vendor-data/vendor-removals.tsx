import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { VendorPurge } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { Loading } from '../../../components/loading';
import { TextLink } from '../../../components/links';
import { ProblemNotice } from '../../../components/problem-notice';
import { formatDate, formatNumber } from '../../../i18n';
import { DataTable, type Column } from '../data-table';
import { accountsQuery } from '../influencers/accounts-query';
import { MoreButton } from '../more-button';
import { usePages } from '../use-pages';

/** What was removed, when and why: TikTok's policy asks for it, and the record of it stays. */
export function VendorRemovals() {
  const { t } = useTranslation();
  const removals = usePages(['vendor-data', 'purges'], (page) =>
    answerOf(api.GET('/v1/vendor-data/purges', { params: { query: { limit: 20, ...page } } })),
  );
  const columns: Column<VendorPurge>[] = [
    { name: t('vendor.when'), cell: ({ purgedAt }) => formatDate(purgedAt) },
    { name: t('vendor.account'), cell: (removal) => <AccountOf removal={removal} /> },
    { name: t('vendor.why'), cell: ({ cause }) => t(`vendor.cause.${cause as 'by_member'}`) },
    { name: t('vendor.profiles'), number: true, cell: ({ profiles }) => formatNumber(profiles) },
    { name: t('vendor.posts'), number: true, cell: ({ posts }) => formatNumber(posts) },
    { name: t('vendor.contacts'), number: true, cell: ({ contacts }) => formatNumber(contacts) },
  ];
  return (
    <Stack gap="sm" component="section" aria-label={t('vendor.removals')}>
      <Title order={2} size="h3">
        {t('vendor.removals')}
      </Title>
      <Text size="sm">{t('vendor.removalsText')}</Text>
      {removals.error && !removals.items && (
        <ProblemNotice error={removals.error} onRetry={() => void removals.refetch()} />
      )}
      {!removals.items && !removals.error && <Loading />}
      {removals.items?.length === 0 && <Text>{t('vendor.noRemovals')}</Text>}
      {removals.items && removals.items.length > 0 && (
        <>
          <DataTable
            label={t('vendor.removals')}
            columns={columns}
            rows={removals.items}
            keyOf={({ id }) => id}
            minWidth={560}
          />
          <MoreButton pages={removals} />
        </>
      )}
    </Stack>
  );
}

function AccountOf({ removal: { influencerId, socialAccountId } }: { removal: VendorPurge }) {
  const { t } = useTranslation();
  const accounts = useQuery(accountsQuery(influencerId));
  const account = accounts.data?.items.find(({ id }) => id === socialAccountId);
  return (
    <TextLink
      to="/admin/influencers/$id"
      params={{ id: influencerId }}
      search={{ tab: 'data', account: socialAccountId }}
      size="sm"
      underline="always"
    >
      {account ? `@${account.handle} (${t(`platform.${account.platform}`)})` : t('vendor.openProfile')}
    </TextLink>
  );
}
