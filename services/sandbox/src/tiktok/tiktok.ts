import type { Box } from '../box/box';
import { TikTokGrants } from './grants';
import { TikTokPeople } from './people';
import type { RemovalReason } from './tiktok.state';
import { sendAuthorizationRemoved } from './webhook';

/** The pretended TikTok: people, their grants, and what happens when a grant ends. */
export interface TikTok {
  box: Box;
  people: TikTokPeople;
  grants: TikTokGrants;
  /** Takes the app away from a person and tells it why; the tokens are dead before the webhook leaves. */
  removeApp: (personaId: string, reason: RemovalReason) => void;
}

export function createTikTok(box: Box): TikTok {
  const people = new TikTokPeople(box);
  const grants = new TikTokGrants(box);
  return {
    box,
    people,
    grants,
    removeApp(personaId, reason) {
      if (!grants.ofPersona(personaId)) return;
      grants.removeAll(personaId, reason);
      sendAuthorizationRemoved(box, people, personaId, reason);
    },
  };
}
