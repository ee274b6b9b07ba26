import { AppError, gatewayErrors, newId } from '@creator-connect/contracts';
import { sha256 } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock';
import type { Caller } from '../../edge/caller';
import { AccountsPort, type DashboardOwner } from '../../peers/accounts.port';
import { Limits } from '../../limits/limits';
import { Places } from '../../sessions/places';
import { Sessions, type OpenSession } from '../../sessions/sessions';
import { normalEmail, UserStore } from '../../users/persistence/user.store';
import { SignInLinkStore } from '../persistence/sign-in-link.store';

/** The link proves the mailbox, and the mailbox is what makes somebody an influencer of a roster. It works once. */
@Injectable()
export class UseSignInLinkHandler {
  constructor(
    private readonly links: SignInLinkStore,
    private readonly users: UserStore,
    private readonly places: Places,
    private readonly accounts: AccountsPort,
    private readonly sessions: Sessions,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async handle(token: string, source: string, caller: Caller): Promise<OpenSession> {
    await this.limits.consume('signInSource', source);
    const owner = await this.#owner(sha256(token));
    if (!owner) throw new AppError(gatewayErrors.signInLinkUnusable);
    const { organisationId, influencerId, email } = owner;
    const user = await this.users.ensure(newId(), email);
    if (user.disabled) throw new AppError(gatewayErrors.signInLinkUnusable);
    const profile = { organisationId, influencerId };
    if (!(await this.accounts.noteSignIn(profile))) throw new AppError(gatewayErrors.signInLinkUnusable);
    const open = await this.sessions.open('influencer', { userId: user.id, email, organisationId, influencerId });
    if (caller.kind === 'session') await this.sessions.end(caller.open);
    return open;
  }

  /** A link that was asked for here opens the first of their dashboards, one from the mail that let them in just that one. */
  async #owner(tokenHash: Buffer): Promise<DashboardOwner | undefined> {
    const address = await this.links.take(tokenHash, this.clock.now());
    if (address === undefined) {
      const owner = await this.accounts.useDashboardLink(tokenHash.toString('base64url'));
      return owner && { ...owner, email: normalEmail(owner.email) };
    }
    const [profile] = await this.places.profilesOf(address);
    return profile && { ...profile, email: address };
  }
}
