import { AppError, gatewayErrors, newId, requestErrors } from '@creator-connect/contracts';
import { stepUpSeconds } from '@creator-connect/security';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock';
import { SessionCodes } from '../../codes/session-codes';
import type { SessionCaller } from '../../edge/caller';
import { Limits } from '../../limits/limits';
import { Passwords } from '../../passwords/passwords';
import { NotificationsPort } from '../../peers/notifications.port';
import { SecondFactors } from '../../second-factor/second-factors';
import { UserStore } from '../../users/persistence/user.store';
import { Sessions, type OpenSession } from '../sessions';

export interface Proof {
  code?: string | undefined;
  password?: string | undefined;
}

/** What a mailed code proves here; it opens nothing else. */
const claim = 'step-up';

/**
 * A fresh proof of who sits there (security SE-06): of a member the second factor, or the password where there is none; of a
 * creator the mailbox, which is all that they sign in with.
 */
@Injectable()
export class StepUp {
  private readonly logger = new Logger(StepUp.name);

  constructor(
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
    private readonly users: UserStore,
    private readonly passwords: Passwords,
    private readonly codes: SessionCodes,
    private readonly notifications: NotificationsPort,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** Completes a sign-in that lacks its second factor, or renews a proof; the session goes on under a new token. */
  async prove(open: OpenSession, { code, password }: Proof): Promise<OpenSession> {
    const { userId, kind, missingFactor } = open.session;
    if (userId === null) throw new AppError(requestErrors.forbidden);
    if (kind === 'influencer') await this.checkMailedCode(open, userId, code ?? '');
    else if (kind !== 'member') throw new AppError(requestErrors.forbidden);
    else if (await this.factors.isConfirmed(userId)) await this.factors.verify(userId, code ?? '');
    else await this.checkPassword(userId, password ?? '');
    const changed = await this.sessions.change(open, {
      missingFactor: missingFactor === 'setup' ? 'setup' : null,
      authenticatedAt: this.clock.now(),
    });
    if (!changed) throw new AppError(requestErrors.unauthenticated);
    this.logger.log({ security: 'step_up', actor: userId }, 'somebody proved who they are');
    return changed;
  }

  /** To a creator's own mailbox; counted for the person, from whatever browser. */
  async mailCode({ open, identity, refusal }: SessionCaller): Promise<void> {
    const { userId, organisationId, influencerId } = open.session;
    if (identity?.kind !== 'influencer' || !userId || !organisationId || !influencerId) {
      throw refusal ?? new AppError(requestErrors.forbidden);
    }
    await this.limits.consume('codeRequest', userId);
    const code = await this.codes.issue(open, claim);
    await this.notifications.sendStepUpCode({ idempotencyKey: newId(), organisationId, influencerId, code });
  }

  /** For what a session that still owes its second factor may do as well: setting it up. */
  assertRecent({ open: { session } }: SessionCaller): void {
    if (session.missingFactor === 'verify') throw new AppError(gatewayErrors.secondFactorNeeded);
    const age = this.clock.now().getTime() - session.authenticatedAt.getTime();
    if (age > stepUpSeconds * 1000) throw new AppError(requestErrors.stepUpNeeded);
  }

  /** A complete sign-in and a proof of at most five minutes ago. */
  assertProven(caller: SessionCaller): void {
    if (caller.refusal) throw caller.refusal;
    this.assertRecent(caller);
  }

  private async checkMailedCode(open: OpenSession, userId: string, code: string): Promise<void> {
    await this.limits.consume('codeTryRequest', userId);
    await this.codes.check(open, claim, code);
  }

  private async checkPassword(userId: string, password: string): Promise<void> {
    await this.limits.consume('secondFactor', userId);
    const user = await this.users.byId(userId);
    if (!(await this.passwords.matches(user?.passwordHash, password))) throw new AppError(gatewayErrors.wrongPassword);
    await this.limits.forget('secondFactor', userId);
  }
}
