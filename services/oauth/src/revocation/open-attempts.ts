import { RoutingPool, sqlRows, type Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { CONFIRM_TTL_MS } from '../connect-transactions/domain/connect-transaction';
import type { Revocation } from './revocations.repository';

/** Attempts to connect that are under way, seen from a consent that is to be taken back. */
@Injectable()
export class OpenAttempts {
  constructor(private readonly router: RoutingPool) {}

  /**
   * Whether an attempt may be about to rest on the same consent: one of the same influencer whose code is being exchanged,
   * of which the person is not known yet, or one, in any organisation, in which its person has yet to choose. In the order
   * in which an attempt goes on, so that none goes past both questions.
   */
  async mayNeed(tx: Tx, { personHash, influencerId, platform }: Revocation): Promise<boolean> {
    const [exchanging] = await sqlRows<{ found: boolean }>(
      tx,
      `SELECT EXISTS (
         SELECT FROM connect_transactions
          WHERE influencer_id = $1 AND platform = $2 AND status = 'EXCHANGING' AND expires_at > now()) AS found`,
      [influencerId, platform],
    );
    if (exchanging?.found) return true;
    // Who chooses at the last moment is confirmed after it.
    const [staged] = await this.router.query<{ found: boolean }>(
      `SELECT EXISTS (
         SELECT FROM staged_grants WHERE person_hash = $1 AND expires_at > now() - make_interval(secs => $2)) AS found`,
      [personHash, CONFIRM_TTL_MS / 1000],
    );
    return staged?.found === true;
  }
}
