import { newId } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';
import { SessionCodes } from '../../codes/session-codes';
import { Limits } from '../../limits/limits';
import { AccountsPort } from '../../peers/accounts.port';
import { NotificationsPort } from '../../peers/notifications.port';
import type { OpenSession } from '../../sessions/sessions';
import { normalEmail } from '../../users/persistence/user.store';
import { applicationOf } from '../applicant';

/** A code works for the address that it was mailed to, in the browser that asked for it. */
@Injectable()
export class ProveEmailHandler {
  constructor(
    private readonly codes: SessionCodes,
    private readonly limits: Limits,
    private readonly accounts: AccountsPort,
    private readonly notifications: NotificationsPort,
  ) {}

  async send(
    open: OpenSession,
    address: string,
    { source, locales }: { source: string; locales: string[] },
  ): Promise<void> {
    const { applicationId, organisationId } = applicationOf(open);
    const email = normalEmail(address);
    // Anybody may begin an application, so a mailbox is protected by itself, whoever asks.
    await this.limits.consume('signInLinkSource', source);
    await this.limits.consume('codeRequest', applicationId);
    await this.limits.consume('signInLinkAccount', 'application', email);
    const code = await this.codes.issue(open, claimOf(email));
    await this.notifications.sendApplicationCode({ idempotencyKey: newId(), email, code, organisationId, locales });
  }

  /** Throws `code_wrong`, `code_spent`, or what accounts has against this address. */
  async prove(open: OpenSession, address: string, code: string): Promise<void> {
    const { applicationId, organisationId } = applicationOf(open);
    const email = normalEmail(address);
    await this.limits.consume('codeTryRequest', applicationId);
    await this.codes.check(open, claimOf(email), code);
    await this.accounts.proveApplicant({ applicationId, organisationId, email });
  }
}

const claimOf = (email: string) => `mailbox ${email}`;
