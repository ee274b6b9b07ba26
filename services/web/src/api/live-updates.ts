import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Events after which a page about accounts looks different; `reset` says that some were missed. */
const interesting = [
  'AccountAdded',
  'AccountStateChanged',
  'AccountRemoved',
  'MarketplaceStatusChanged',
  'PermissionsChanged',
  'AuthExpiring',
  'AuthExtended',
  'InviteSent',
  'InviteAccepted',
  'InviteRejected',
  'InviteExpired',
  'CampaignChanged',
  'CampaignInfluencerAdded',
  'CampaignInfluencerRemoved',
  'EmailSent',
  'EmailFailed',
  'NoticePosted',
  'reset',
];

/** Reads the named queries again as soon as something happened. The browser itself reconnects and says where it was. */
export function useLiveUpdates(queryKey: string, enabled: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    const stream = new EventSource('/v1/events');
    const refresh = () => void queries.invalidateQueries({ queryKey: [queryKey] });
    for (const type of interesting) stream.addEventListener(type, refresh);
    return () => stream.close();
  }, [queries, queryKey, enabled]);
}
