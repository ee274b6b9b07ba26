import type { Box } from '../box/box';
import type { GooglePersona } from '../world/google-personas';
import type { GoogleGrant, GrantEnding } from './google.state';
import { GoogleGrants } from './grants';
import { GooglePeople } from './people';
import { SecurityEvents } from './security-events';
import { SigningKeys } from './signing-keys';

/** The pretended Google: accounts, their grants, and what happens when a grant ends. */
export interface Google {
  box: Box;
  people: GooglePeople;
  grants: GoogleGrants;
  keys: SigningKeys;
  events: SecurityEvents;
  /** Takes the app away from an account; the tokens are dead before the security event leaves. */
  removeApp: (persona: GooglePersona, ending: GrantEnding) => void;
  /** The same for one identity, as `revoke` does it. */
  endGrant: (grant: GoogleGrant, ending: GrantEnding) => void;
}

/** Stands in tokens and in the answer of the consent page; the same whatever the sandbox is called. */
export const ISSUER = 'https://accounts.google.com';

export function createGoogle(box: Box): Google {
  const people = new GooglePeople(box);
  const grants = new GoogleGrants(box, people);
  const keys = new SigningKeys();
  const events = new SecurityEvents(box, people, keys);
  const endGrant = (grant: GoogleGrant, ending: GrantEnding): void => {
    const tokens = grants.liveRefreshTokens(grant);
    grants.end(grant, ending);
    for (const token of tokens) events.tokenRevoked(grant, token);
  };
  return {
    box,
    people,
    grants,
    keys,
    events,
    endGrant,
    removeApp(persona, ending) {
      for (const grant of grants.ofPersona(persona)) if (grant.ended === undefined) endGrant(grant, ending);
    },
  };
}
