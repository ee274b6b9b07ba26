import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { AppError, gatewayErrors } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import type { OpenSession } from '../sessions/sessions';
import { ChallengeStore } from './persistence/challenge.store';

const validMilliseconds = 10 * 60_000;
export const maxTries = 5;

/**
 * Six digits that only one mailbox sees. They are hashed under the session's own secret, which is not in the database:
 * they work in the browser that asked, and a dump can't be searched for them.
 */
@Injectable()
export class SessionCodes {
  constructor(
    private readonly challenges: ChallengeStore,
    private readonly clock: Clock,
  ) {}

  /** A code that proves `claim` and nothing else; one issued before stops working. */
  async issue({ session, token }: OpenSession, claim: string): Promise<string> {
    const now = this.clock.now();
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const expiresAt = new Date(now.getTime() + validMilliseconds);
    const codeHash = hashOf(code, token, claim);
    await this.challenges.put({ sessionId: session.id, codeHash, createdAt: now, expiresAt });
    return code;
  }

  /** Uses up one try, then compares; a right code works once. Throws `code_wrong` or `code_spent`. */
  async check({ session, token }: OpenSession, claim: string, code: string): Promise<void> {
    const now = this.clock.now();
    const expected = await this.challenges.takeTry(session.id, maxTries, now);
    if (!expected) {
      const spent = await this.challenges.isSpent(session.id, maxTries, now);
      throw new AppError(spent ? gatewayErrors.codeSpent : gatewayErrors.codeWrong, { retryAfterSeconds: 600 });
    }
    const given = hashOf(code, token, claim);
    if (!timingSafeEqual(expected, given) || !(await this.challenges.finish(session.id, given)))
      throw new AppError(gatewayErrors.codeWrong);
  }
}

function hashOf(code: string, sessionToken: string, claim: string): Buffer {
  return createHmac('sha256', sessionToken).update(`creator-connect code v1 ${code} ${claim}`).digest();
}
