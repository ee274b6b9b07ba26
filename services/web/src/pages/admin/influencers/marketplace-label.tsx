import { Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SocialAccount } from '../../../api/types';
import { isHandleTold } from '../../../domain/handle-told';
import { membershipQuery } from './account-queries';

/** Only an account that counts as no member may in truth be unknown. */
function useMembership(account: SocialAccount) {
  const told = isHandleTold(account);
  return useQuery({ ...membershipQuery(account.id), enabled: told && account.marketplace === 'NON_TTCM' });
}

/** The place of a TikTok account in the marketplace; nothing while it is being asked for. */
export function MarketplaceLabel({ account }: { account: SocialAccount }) {
  const { t } = useTranslation();
  const membership = useMembership(account);
  const { marketplace } = account;
  if (!marketplace || membership.isLoading) return null;
  const unknown = !isHandleTold(account) || membership.isError || membership.data?.unknownBecause;
  return (
    <Badge variant="default" size="lg" tt="none">
      {t(unknown ? 'state.marketplace.unknown' : `state.marketplace.${marketplace}`)}
    </Badge>
  );
}

/** Why it is not known. That TikTok told no handle is said by the page itself. */
export function MarketplaceUnknown({ account }: { account: SocialAccount }) {
  const { t } = useTranslation();
  const { data, isError } = useMembership(account);
  const cause = isError ? 'not_told' : data?.unknownBecause;
  if (!isHandleTold(account) || !cause || cause === 'handle_not_told') return null;
  return <Text size="sm">{t(`facts.marketplace.unknown.${cause}`)}</Text>;
}
