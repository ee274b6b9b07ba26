import { newId } from '@creator-connect/contracts';
import { randomToken, sha256 } from '@creator-connect/security';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock';
import { GATEWAY_CONFIG, type GatewayConfig } from '../../gateway.config';
import { Limits } from '../../limits/limits';
import { AccountsPort } from '../../peers/accounts.port';
import { NotificationsPort } from '../../peers/notifications.port';
import type { OpenSession } from '../../sessions/sessions';
import { normalEmail } from '../../users/persistence/user.store';
import { applicationOf } from '../applicant';
import { ContinuationStore } from '../persistence/continuation.store';

const validMilliseconds = 15 * 60_000;

/**
 * Mails a link with which the application goes on in another browser. Nobody names the address: it goes to the mailbox that the
 * applicant has proven, so that the link is worth what a sign-in link is worth.
 */
@Injectable()
export class MailContinuationHandler {
  constructor(
    private readonly continuations: ContinuationStore,
    private readonly accounts: AccountsPort,
    private readonly notifications: NotificationsPort,
    private readonly limits: Limits,
    private readonly clock: Clock,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  /** Throws `request.invalid` while no address is proven. */
  async handle(open: OpenSession, source: string): Promise<void> {
    const application = applicationOf(open);
    const { organisationId } = application;
    await this.limits.consume('signInLinkSource', source);
    const { email, locale } = await this.accounts.provenApplicant(application);
    await this.limits.consume('signInLinkAccount', 'application', normalEmail(email));
    const token = randomToken();
    const expiresAt = new Date(this.clock.now().getTime() + validMilliseconds);
    const emailHash = sha256(normalEmail(email));
    await this.continuations.add({ ...application, tokenHash: sha256(token), emailHash, expiresAt });
    // Behind '#' it reaches no server, no log and no Referer; the page posts it.
    const url = new URL(`/apply#${token}`, this.config.PUBLIC_URL).href;
    await this.notifications.sendContinuation({
      idempotencyKey: newId(),
      email,
      locales: [locale],
      organisationId,
      url,
    });
  }
}
