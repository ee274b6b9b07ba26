import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { tellReachable } from './connection';

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
  'InfluencerMerged',
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
    stream.addEventListener('open', () => tellReachable(true));
    // The browser tries again by itself, unless it was told no.
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CONNECTING) tellReachable(false);
    });
    for (const type of interesting) stream.addEventListener(type, refresh);
    return () => stream.close();
  }, [queries, queryKey, enabled]);
}
