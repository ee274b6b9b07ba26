import { Injectable } from '@nestjs/common';
import { newId, type MarketplaceState } from '@creator-connect/contracts';
import { sqlRows, type Tx } from '@creator-connect/persistence';
import type { SocialAccount } from '../domain/social-account';

export interface HistoryEntry {
  id: string;
  outcome: 'added' | 'changed' | 'confirmed' | 'ignored';
  fromState: string;
  toState: string;
  /** After the fact. */
  marketplace: MarketplaceState | null;
  tracked: boolean;
  cause: string;
  actor: string;
  eventId: string | null;
  rule: string | null;
  at: Date;
}

interface Row {
  id: string;
  outcome: HistoryEntry['outcome'];
  from_state: string;
  to_state: string;
  to_marketplace: MarketplaceState | null;
  tracked: boolean;
  cause: string;
  actor: string;
  event_id: string | null;
  rule: string | null;
  at: Date;
}

/** Why an account is in its state: every fact that arrived, also those that changed nothing. */
@Injectable()
export class HistoryRepository {
  async add(
    tx: Tx,
    before: SocialAccount,
    after: SocialAccount,
    entry: Pick<HistoryEntry, 'outcome' | 'cause' | 'actor' | 'eventId' | 'rule'> & { at: string },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO social_account_history (id, org_id, social_account_id, outcome, from_state, to_state,
         from_marketplace, to_marketplace, tracked, cause, actor, event_id, rule, at, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, now())`,
      [
        newId(),
        after.organisationId,
        after.id,
        entry.outcome,
        before.authState,
        after.authState,
        before.marketplace,
        after.marketplace,
        after.tracked,
        entry.cause,
        entry.actor,
        entry.eventId,
        entry.rule,
        entry.at,
      ],
    );
  }

  /** Newest first, after this id. */
  async list(tx: Tx, accountId: string, limit: number, after: string | null): Promise<HistoryEntry[]> {
    const rows = await sqlRows<Row>(
      tx,
      `SELECT * FROM social_account_history WHERE social_account_id = $1 AND ($2::uuid IS NULL OR id < $2)
        ORDER BY id DESC LIMIT $3`,
      [accountId, after, limit],
    );
    return rows.map((row) => ({
      id: row.id,
      outcome: row.outcome,
      fromState: row.from_state,
      toState: row.to_state,
      marketplace: row.to_marketplace,
      tracked: row.tracked,
      cause: row.cause,
      actor: row.actor,
      eventId: row.event_id,
      rule: row.rule,
      at: row.at,
    }));
  }
}
