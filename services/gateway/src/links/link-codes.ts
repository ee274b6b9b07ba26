import { newId } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';
import { SessionCodes } from '../codes/session-codes';
import { Limits } from '../limits/limits';
import { NotificationsPort } from '../peers/notifications.port';
import type { OpenSession } from '../sessions/sessions';

const claim = 'invited person';

/** Codes that only the invited mailbox sees. */
@Injectable()
export class LinkCodes {
  constructor(
    private readonly codes: SessionCodes,
    private readonly notifications: NotificationsPort,
    private readonly limits: Limits,
  ) {}

  /** Counts a mail to the invited person; refused when there were too many lately, from whatever browser. */
  async reserve(requestId: string): Promise<void> {
    await this.limits.consume('codeRequest', requestId);
  }

  async send(open: OpenSession): Promise<void> {
    await this.reserve(open.session.requestId!);
    await this.mail(open);
  }

  async mail(open: OpenSession): Promise<void> {
    const { organisationId, influencerId } = open.session;
    const code = await this.codes.issue(open, claim);
    await this.notifications.sendCode({
      idempotencyKey: newId(),
      organisationId: organisationId!,
      influencerId: influencerId!,
      code,
    });
  }

  /** Guesses count against the request, from whatever browser. Throws `code_wrong` or `code_spent`. */
  async check(open: OpenSession, code: string): Promise<void> {
    await this.limits.consume('codeTryRequest', open.session.requestId!);
    await this.codes.check(open, claim, code);
  }
}
