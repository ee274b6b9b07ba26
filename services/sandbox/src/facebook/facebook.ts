import type { Box } from '../box/box';
import { sendDeauthorize } from './deauthorize';
import type { FacebookGrant } from './facebook.state';
import { FacebookGrants } from './grants';
import { ChangeNotices } from './change-notices';
import { FacebookPeople } from './people';

/** The pretended Facebook: people, their grants, and what happens when a grant ends. */
export interface Facebook {
  box: Box;
  people: FacebookPeople;
  grants: FacebookGrants;
  notices: ChangeNotices;
  /** Removes the app and tells it; whoever removed it does not wait for the telling. */
  removeApp: (grant: FacebookGrant) => void;
}

export function createFacebook(box: Box): Facebook {
  const people = new FacebookPeople(box);
  const grants = new FacebookGrants(box);
  return {
    box,
    people,
    grants,
    notices: new ChangeNotices(box),
    removeApp(grant) {
      grants.remove(grant);
      void sendDeauthorize(box, grant);
    },
  };
}
