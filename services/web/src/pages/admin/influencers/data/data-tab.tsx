import { NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { collectionQuery } from '../../../../api/collections';
import { ProblemError } from '../../../../api/problem';
import type { Collection, SocialAccount } from '../../../../api/types';
import { EmptyState } from '../../../../components/empty-state';
import { ButtonLink } from '../../../../components/links';
import { Loading } from '../../../../components/loading';
import { ProblemNotice } from '../../../../components/problem-notice';
import { CollectionState } from '../../../collection-state';
import { marketplaceCauseOf } from '../../../../domain/marketplace-cause';
import { VendorSection } from '../../vendor-data/vendor-section';
import { accountsQuery } from '../accounts-query';
import { MarketplaceNote } from '../marketplace-note';
import { useSourceText } from '../use-source-text';
import { AudienceSection } from './audience-section';
import { MetricsSection } from './metrics-section';
import { useRole } from '../../use-role';
import { Posts } from './posts';
import { NothingYet, StandingStill } from './standing-still';
import { useDailyMetrics } from './use-daily-metrics';
import { useDataSearch } from './use-data-search';

/** Figures, audience and posts of one account after the other. */
export function DataTab({ influencerId }: { influencerId: string }) {
  const { t } = useTranslation();
  const accounts = useQuery(accountsQuery(influencerId));
  const { search, change } = useDataSearch();
  const { mayChange } = useRole();
  if (accounts.error && !accounts.data)
    return <ProblemNotice error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (!accounts.data) return <Loading />;
  const { items } = accounts.data;
  const account = items.find(({ id }) => id === search.account) ?? items[0];
  if (!account)
    return (
      <EmptyState
        title={t('posts.noAccounts')}
        action={
          mayChange && (
            <ButtonLink
              to="/admin/influencers/$id"
              params={{ id: influencerId }}
              search={{ tab: 'accounts' }}
              mt="xs"
              size="xs"
              variant="default"
            >
              {t('data.toAccounts')}
            </ButtonLink>
          )
        }
      >
        {mayChange && t('data.noAccountsText')}
      </EmptyState>
    );
  return (
    <Stack gap="lg">
      <NativeSelect
        label={t('posts.account')}
        maw={360}
        value={account.id}
        data={items.map(({ id, platform, handle }) => ({
          value: id,
          label: `@${handle} (${t(`platform.${platform}`)})`,
        }))}
        onChange={(event) => change({ account: event.currentTarget.value })}
      />
      <AccountData key={account.id} account={account} />
    </Stack>
  );
}

function AccountData({ account }: { account: SocialAccount }) {
  const { days = 30 } = useDataSearch().search;
  const metrics = useDailyMetrics(account.id, days);
  const { mayChange } = useRole();
  const collection = useQuery(collectionQuery('admin', account));
  const closed = account.tracked && marketplaceCauseOf(collection.data?.lastError) !== undefined;
  // The collector hears of an account when it is authenticated for the first time.
  const isUnknown = metrics.error instanceof ProblemError && metrics.error.status === 404;
  if (metrics.error && !metrics.data && !isUnknown)
    return <ProblemNotice error={metrics.error} onRetry={() => void metrics.refetch()} />;
  if (!metrics.data && !isUnknown) return <Loading />;
  const known = metrics.data?.collectedAt ? metrics.data : undefined;
  return (
    <>
      {account.tracked && collection.data && <Source account={account} collection={collection.data} />}
      {account.tracked && !closed && collection.data && <CollectionState collection={collection.data} />}
      {known ? (
        <>
          <StandingStill account={account} />
          <MetricsSection account={account} metrics={known} days={days} />
          <AudienceSection id={account.id} platform={account.platform} />
        </>
      ) : (
        !closed && (
          <NothingYet
            account={account}
            underWay={account.tracked && metrics.data !== undefined}
            collection={collection.data}
          />
        )
      )}
      {(known || account.tracked) && <Posts accountId={account.id} />}
      {mayChange && <VendorSection account={account} />}
    </>
  );
}

function Source({ account, collection }: { account: SocialAccount; collection: Collection }) {
  const { t } = useTranslation();
  const sourceText = useSourceText();
  return (
    <Stack gap="xs">
      <Text size="sm">{`${t('facts.source')}: ${sourceText(account, collection)}`}</Text>
      <MarketplaceNote collection={collection} />
    </Stack>
  );
}
