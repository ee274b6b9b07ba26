import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { knock, tellReachable } from './connection';
import { LiveStream } from './live-stream';

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

/** Reads the named queries again as soon as something happened. */
export function useLiveUpdates(queryKey: string, enabled: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    const refresh = () => void queries.invalidateQueries({ queryKey: [queryKey] });
    const listeners = Object.fromEntries(interesting.map((type) => [type, refresh]));
    const stream = new LiveStream('/v1/events', listeners, {
      onOpen: (again) => {
        tellReachable(true);
        if (again) refresh();
      },
      // It also ends with the session that it was opened in, after a new proof of who is there: that is no outage.
      onLost: () => void knock(),
    });
    return () => stream.close();
  }, [queries, queryKey, enabled]);
}
