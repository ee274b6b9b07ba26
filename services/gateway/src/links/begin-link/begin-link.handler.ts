import { AppError, requestErrors } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../../edge/caller';
import { AccountsPort } from '../../peers/accounts.port';
import { Sessions, type OpenSession } from '../../sessions/sessions';
import { LinkCodes } from '../link-codes';
import type { LinkStanding } from '../link-standing';

/**
 * The person pressed the button: from now on a session of its own stands behind the link. Where a new account would be
 * attached, a code goes to the invited address first, unless the invited person is signed in. The organisation sees that
 * the link was opened: a press is what no scanner of mail does.
 */
@Injectable()
export class BeginLinkHandler {
  constructor(
    private readonly accounts: AccountsPort,
    private readonly sessions: Sessions,
    private readonly codes: LinkCodes,
  ) {}

  async handle(standing: LinkStanding, caller: Caller): Promise<OpenSession> {
    const { link, linkHash, invited, begun } = standing;
    await this.accounts.openLink(linkHash);
    const claims = {
      organisationId: link.organisationId,
      influencerId: link.influencerId,
      requestId: link.authorizationRequestId,
      linkHash,
    };
    if (invited) {
      const changed = await this.sessions.change(invited.open, { ...claims, proven: true });
      if (!changed) throw new AppError(requestErrors.unauthenticated);
      return changed;
    }
    if (begun) {
      if (link.needsProof && !begun.open.session.proven) await this.codes.send(begun.open);
      return begun.open;
    }
    if (link.needsProof) await this.codes.reserve(link.authorizationRequestId);
    const open = await this.sessions.open('link', claims);
    if (link.needsProof) await this.sendFirstCode(open);
    if (caller.kind === 'session') await this.sessions.end(caller.open);
    return open;
  }

  private async sendFirstCode(open: OpenSession): Promise<void> {
    try {
      await this.codes.mail(open);
    } catch (error) {
      await this.sessions.end(open);
      throw error;
    }
  }
}
