import type { Box } from '../box/box';
import type { FacebookPage, FacebookPersona } from '../world/facebook-personas';
import { pageId } from '../world/ids';
import type { InstagramAccount } from '../world/instagram-accounts';
import type { FacebookPersonChanges } from './facebook.state';
import { instagramNow } from './instagram-now';

/** A Page as its person sees it now. */
export interface PersonPage {
  id: string;
  page: FacebookPage;
  /** The professional Instagram account linked to it; a personal one is not accessible at all. */
  instagram?: InstagramAccount;
  /** A personal account: no more than that it is connected can be seen. */
  personal?: InstagramAccount;
  hasRole: boolean;
  givesToken: boolean;
}

/** Personas as they are now: what the world made, and what was changed since. */
export class FacebookPeople {
  constructor(private readonly box: Box) {}

  find(id: string | undefined): FacebookPersona | undefined {
    return id === undefined ? undefined : this.box.world.inhabitants.facebook(id);
  }

  changes(personaId: string): FacebookPersonChanges {
    return this.box.state.facebook.people[personaId] ?? {};
  }

  change(personaId: string, changes: FacebookPersonChanges): void {
    this.box.state.facebook.people[personaId] = { ...this.changes(personaId), ...changes };
    this.box.changed();
  }

  pages(persona: FacebookPersona): PersonPage[] {
    const changes = this.changes(persona.id);
    const made = [...persona.pages, ...persona.sparePages.slice(0, changes.extraPages ?? 0)];
    return made.map((page) => {
      const id = pageId(page.number);
      const unlinked = changes.instagramUnlinkedFrom?.includes(id) ?? false;
      const number = changes.instagramReplaced?.[id] ?? page.instagram;
      const linked = number === undefined || unlinked ? undefined : instagramNow(this.box, number);
      const personal = linked?.kind === 'personal';
      return {
        id,
        page,
        ...(linked && !personal ? { instagram: linked } : {}),
        ...(linked && personal ? { personal: linked } : {}),
        hasRole: !(changes.pagesWithoutRole?.includes(id) ?? false),
        givesToken: !(changes.pagesWithoutToken?.includes(id) ?? false),
      };
    });
  }
}
