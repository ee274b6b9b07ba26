import { AppError, gatewayErrors } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';
import type { Caller, SessionCaller } from '../edge/caller';
import { Limits } from '../limits/limits';
import type { LinkResolution } from '../peers/accounts.port';
import { Places } from '../sessions/places';
import { linkHashOf } from './domain/link-token';
import { Links } from './links';

/** Where the person at the browser stands towards the link they opened. */
export interface LinkStanding {
  link: LinkResolution;
  linkHash: string;
  /** The caller's session works for this link already. */
  begun?: SessionCaller;
  /** Signed in as the very person the link was made for. */
  invited?: SessionCaller;
}

@Injectable()
export class LinkStandings {
  constructor(
    private readonly links: Links,
    private readonly places: Places,
    private readonly limits: Limits,
  ) {}

  /**
   * Undefined for a link that can't be used, whyever. A link just opened outranks the one a session was begun with.
   * Somebody else who is signed in is told so (`gateway.link_for_somebody_else`).
   */
  async of(caller: Caller, linkToken: string | undefined, source: string): Promise<LinkStanding | undefined> {
    const ofSession = caller.kind === 'session' ? caller.open.session.linkHash : null;
    const linkHash = linkToken === undefined ? ofSession : linkHashOf(linkToken);
    if (linkHash === null) return undefined;
    if (linkHash !== ofSession) {
      await this.limits.consume('linkLookupSource', source);
      await this.limits.consume('linkLookupTotal', 'all');
    }
    const link = await this.links.resolve(linkHash);
    if (!link) return undefined;

    if (caller.kind === 'anonymous') return { link, linkHash };
    if (caller.kind === 'api_key') throw new AppError(gatewayErrors.notForYou);
    const begun = linkHash === ofSession ? { begun: caller } : {};
    if (caller.open.session.kind === 'link') return { link, linkHash, ...begun };
    if (!(await this.isInvited(caller, link))) throw new AppError(gatewayErrors.notForYou);
    return { link, linkHash, invited: caller, ...begun };
  }

  private async isInvited({ open: { session } }: SessionCaller, link: LinkResolution): Promise<boolean> {
    if (session.kind !== 'influencer') return false;
    const profiles = await this.places.profilesOf(session.email!);
    return profiles.some((one) => one.organisationId === link.organisationId && one.influencerId === link.influencerId);
  }
}
