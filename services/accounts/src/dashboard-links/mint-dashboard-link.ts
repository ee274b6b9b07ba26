import type { Tx } from '@creator-connect/persistence';
import { randomToken, sha256 } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { AccountsSettings } from '../accounts-settings';
import { DashboardLinkRepository, type NewDashboardLink } from './persistence/dashboard-link.repository';

/**
 * Somebody who is let in reads of it tomorrow, or after a weekend. What a link opens is one dashboard, once, and its mailbox
 * could have a new one at any time.
 */
const lifeDays = 3;

/** A link that signs an influencer in to their dashboard, for the mail that is being written. */
@Injectable()
export class MintDashboardLink {
  constructor(
    private readonly links: DashboardLinkRepository,
    private readonly settings: AccountsSettings,
  ) {}

  async mail(
    tx: Tx,
    whose: Omit<NewDashboardLink, 'tokenHash' | 'expiresAt'>,
  ): Promise<{ url: string; expiresAt: Date }> {
    const token = randomToken();
    const expiresAt = new Date(Date.now() + lifeDays * 86_400_000);
    await this.links.put(tx, { ...whose, tokenHash: sha256(token), expiresAt });
    // Behind '#' it reaches no server, no log and no Referer; the page posts it.
    return { url: `${this.settings.publicUrl}/sign-in#${token}`, expiresAt };
  }
}
