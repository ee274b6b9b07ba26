import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { knock, tellReachable } from './connection';
import { LiveStream } from './live-stream';
import { Pace } from './pace';

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
  'CampaignCreated',
  'CampaignChanged',
  'NoticePosted',
  'reset',
];

/**
 * Those that come by the hundred, where a member mails many at once or adds them to a campaign. Reading everything anew for
 * each would use up the requests that the member's own work needs.
 */
const inCrowds = ['CampaignInfluencerAdded', 'CampaignInfluencerRemoved', 'EmailSent', 'EmailFailed'];
const everyMs = 1_000;

/** Reads the named queries again as soon as something happened. */
export function useLiveUpdates(queryKey: string, enabled: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    const refresh = () => void queries.invalidateQueries({ queryKey: [queryKey] });
    const paced = new Pace(refresh, everyMs);
    const listeners = Object.fromEntries([
      ...interesting.map((type) => [type, refresh] as const),
      ...inCrowds.map((type) => [type, () => paced.ask()] as const),
    ]);
    const stream = new LiveStream('/v1/events', listeners, {
      onOpen: (again) => {
        tellReachable(true);
        if (again) refresh();
      },
      // It also ends with the session that it was opened in, after a new proof of who is there: that is no outage.
      onLost: () => void knock(),
    });
    return () => {
      stream.close();
      paced.close();
    };
  }, [queries, queryKey, enabled]);
}
