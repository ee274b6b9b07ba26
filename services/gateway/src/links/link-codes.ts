import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { AppError, gatewayErrors, newId } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Limits } from '../limits/limits';
import { NotificationsPort } from '../peers/notifications.port';
import type { OpenSession } from '../sessions/sessions';
import { ChallengeStore } from './persistence/challenge.store';

const validMilliseconds = 10 * 60_000;
export const maxTries = 5;

/**
 * Six digits that only the invited mailbox sees. They are hashed under the session's own secret, which is not in the
 * database: they work in the browser that asked, and a dump can't be searched for them.
 */
@Injectable()
export class LinkCodes {
  constructor(
    private readonly challenges: ChallengeStore,
    private readonly notifications: NotificationsPort,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** Counts a mail to the invited person; refused when there were too many lately, from whatever browser. */
  async reserve(requestId: string): Promise<void> {
    await this.limits.consume('codeRequest', requestId);
  }

  async send(open: OpenSession): Promise<void> {
    await this.reserve(open.session.requestId!);
    await this.mail(open);
  }

  async mail({ session, token }: OpenSession): Promise<void> {
    const now = this.clock.now();
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const expiresAt = new Date(now.getTime() + validMilliseconds);
    await this.challenges.put({ sessionId: session.id, codeHash: hashOf(code, token), createdAt: now, expiresAt });
    await this.notifications.sendCode({
      idempotencyKey: newId(),
      organisationId: session.organisationId!,
      influencerId: session.influencerId!,
      code,
    });
  }

  /** Uses up one try, then compares; a right code works once. Throws `code_wrong` or `code_spent`. */
  async check({ session, token }: OpenSession, code: string): Promise<void> {
    await this.limits.consume('codeTryRequest', session.requestId!);
    const now = this.clock.now();
    const expected = await this.challenges.takeTry(session.id, maxTries, now);
    if (!expected) {
      const spent = await this.challenges.isSpent(session.id, maxTries, now);
      throw new AppError(spent ? gatewayErrors.codeSpent : gatewayErrors.codeWrong, { retryAfterSeconds: 600 });
    }
    const given = hashOf(code, token);
    if (!timingSafeEqual(expected, given) || !(await this.challenges.finish(session.id, given)))
      throw new AppError(gatewayErrors.codeWrong);
  }
}

function hashOf(code: string, sessionToken: string): Buffer {
  return createHmac('sha256', sessionToken).update(`creator-connect link code v1 ${code}`).digest();
}
