import { newId } from '@creator-connect/contracts';
import { randomToken, sha256 } from '@creator-connect/security';
import { Inject, Injectable } from '@nestjs/common';
import { Background } from '../../background';
import { Clock } from '../../clock';
import { GATEWAY_CONFIG, type GatewayConfig } from '../../gateway.config';
import { Limits } from '../../limits/limits';
import { AccountsPort } from '../../peers/accounts.port';
import { NotificationsPort } from '../../peers/notifications.port';
import { normalEmail } from '../../users/persistence/user.store';
import { SignInLinkStore } from '../persistence/sign-in-link.store';

const validMilliseconds = 15 * 60_000;

/** Mails a sign-in link to an influencer. Whether there is one for the address shows in the mailbox only. */
@Injectable()
export class RequestSignInLinkHandler {
  constructor(
    private readonly links: SignInLinkStore,
    private readonly accounts: AccountsPort,
    private readonly notifications: NotificationsPort,
    private readonly limits: Limits,
    private readonly background: Background,
    private readonly clock: Clock,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  async handle(address: string, source: string, locales: string[]): Promise<void> {
    const email = normalEmail(address);
    await this.limits.consume('signInLinkSource', source);
    await this.limits.consume('signInLinkAccount', 'sign-in', email);
    this.background.run('mail sign-in link', () => this.mail(email, locales));
  }

  private async mail(email: string, readHere: string[]): Promise<void> {
    const profiles = await this.accounts.influencersByEmail(email);
    if (profiles.length === 0) return;
    const written = profiles.flatMap(({ locale }) => locale ?? []).slice(0, 3);
    const token = randomToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + validMilliseconds);
    await this.links.add({ tokenHash: sha256(token), email, createdAt: now, expiresAt });
    // Behind '#' it reaches no server, no log and no Referer; the page posts it.
    const url = new URL(`/sign-in#${token}`, this.config.PUBLIC_URL).href;
    await this.notifications.sendSignInLink({
      idempotencyKey: newId(),
      email,
      url,
      locales: [...written, ...readHere],
    });
  }
}
