import type { Platform } from '@creator-connect/contracts';
import { RoutingPool, sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import {
  type Actor,
  CONFIRM_TTL_MS,
  type ConnectTransaction,
  type Failure,
  type LeftOut,
} from '../domain/connect-transaction';
import { ConnectTransactionEntity } from './connect-transaction.entity';
import { StagedGrantEntity } from './staged-grant.entity';

export interface StagedRow {
  personHash: Buffer;
  sealed: string;
  expiresAt: Date;
}

@Injectable()
export class ConnectTransactionsRepository {
  constructor(private readonly router: RoutingPool) {}

  async add(tx: Tx, transaction: ConnectTransaction, stateHash: Buffer): Promise<void> {
    const { starter, socialAccountIds, leftOut, lostSiblingIds, ...rest } = transaction;
    await tx.insert(ConnectTransactionEntity, {
      ...rest,
      starterKind: starter.kind,
      starterSub: starter.sub,
      socialAccountIds: [...socialAccountIds],
      leftOut: [...leftOut],
      lostSiblingIds: [...lostSiblingIds],
      stateHash,
      // Said here, by the clock of the statements: the sweep compares it with theirs.
      createdAt: () => 'now()',
    });
  }

  /** The organisation whose attempt this state belongs to; a callback names none that could be trusted. */
  async organisationOf(stateHash: Buffer): Promise<string | null> {
    const rows = await this.router.query<{ organisationId: string }>(
      'SELECT org_id AS "organisationId" FROM connect_transactions WHERE state_hash = $1',
      [stateHash],
    );
    return rows[0]?.organisationId ?? null;
  }

  /**
   * Takes the attempt out of circulation in one statement (security OC-01): of any number of callbacks with one state
   * exactly one gets it, and only on the path of the platform it was made for.
   */
  async take(tx: Tx, stateHash: Buffer, platform: Platform): Promise<ConnectTransaction | null> {
    const [row] = await sqlRows<{ id: string }>(
      tx,
      `UPDATE connect_transactions SET status = 'EXCHANGING', state_hash = NULL
       WHERE state_hash = $1 AND platform = $2 AND status = 'PENDING' AND expires_at > now() RETURNING id`,
      [stateHash, platform],
    );
    return row ? this.find(tx, row.id) : null;
  }

  async putVerifier(tx: Tx, id: string, sealedVerifier: string): Promise<void> {
    await tx.update(ConnectTransactionEntity, { id }, { sealedVerifier });
  }

  /** Gives the sealed verifier and forgets it. */
  async takeVerifier(tx: Tx, id: string): Promise<string | null> {
    const row = await tx.findOne(ConnectTransactionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    await tx.update(ConnectTransactionEntity, { id }, { sealedVerifier: null });
    return row?.sealedVerifier ?? null;
  }

  async find(tx: Tx, id: string): Promise<ConnectTransaction | null> {
    const entity = await tx.findOne(ConnectTransactionEntity, { where: { id } });
    return entity && fromEntity(entity);
  }

  /** This person's last attempt that the platform answered, which tells what to ask for in the next one. */
  async lastAnswered(tx: Tx, influencerId: string, platform: Platform): Promise<ConnectTransaction | null> {
    const where = { influencerId, platform, status: Not('PENDING' as const) };
    const entity = await tx.findOne(ConnectTransactionEntity, { where, order: { createdAt: 'DESC' } });
    return entity && fromEntity(entity);
  }

  /** What this person left between consent and choice, newest first; a newer attempt for the same replaces an older. */
  async unfinished(tx: Tx, { kind, sub, influencerId }: Actor): Promise<ConnectTransaction[]> {
    const rows = await sqlRows<{ id: string }>(
      tx,
      `SELECT id FROM connect_transactions t
        WHERE influencer_id = $1 AND starter_kind = $2 AND starter_sub = $3
          AND status IN ('SETUP_UNFINISHED', 'CONFIRMING') AND expires_at > now()
          AND NOT EXISTS (
            SELECT 1 FROM connect_transactions newer
             WHERE newer.influencer_id = t.influencer_id AND newer.starter_kind = t.starter_kind
               AND newer.starter_sub = t.starter_sub AND newer.platform = t.platform
               AND newer.social_account_id IS NOT DISTINCT FROM t.social_account_id
               AND newer.created_at > t.created_at AND newer.status IN ('SETUP_UNFINISHED', 'CONFIRMING', 'DONE'))
        ORDER BY created_at DESC LIMIT 20`,
      [influencerId, kind, sub],
    );
    const found = await Promise.all(rows.map(({ id }) => this.find(tx, id)));
    return found.flatMap((transaction) => transaction ?? []);
  }

  /** Older ones for the same, which the list does not show beside this one. */
  async replacedBy(tx: Tx, { id }: ConnectTransaction): Promise<ConnectTransaction[]> {
    const rows = await sqlRows<{ id: string }>(
      tx,
      `SELECT t.id FROM connect_transactions t JOIN connect_transactions newer ON newer.id = $1
        WHERE t.influencer_id = newer.influencer_id AND t.starter_kind = newer.starter_kind
          AND t.starter_sub = newer.starter_sub AND t.platform = newer.platform
          AND t.social_account_id IS NOT DISTINCT FROM newer.social_account_id
          AND t.created_at < newer.created_at AND t.status = 'SETUP_UNFINISHED'
        ORDER BY t.created_at`,
      [id],
    );
    const found = await Promise.all(rows.map((row) => this.find(tx, row.id)));
    return found.flatMap((transaction) => transaction ?? []);
  }

  async noteLostSiblings(tx: Tx, id: string, socialAccountIds: readonly string[]): Promise<void> {
    await tx.update(ConnectTransactionEntity, { id }, { lostSiblingIds: [...socialAccountIds] });
  }

  async fail(tx: Tx, id: string, failure: Failure): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `UPDATE connect_transactions SET status = 'FAILED', failure = $2, state_hash = NULL, confirm_until = NULL
       WHERE id = $1 AND status <> 'DONE' AND status <> 'FAILED'`,
      [id, failure],
    );
    await tx.delete(StagedGrantEntity, { transactionId: id });
    return count === 1;
  }

  /** False when the attempt is over already; nothing is kept then. */
  async stage(tx: Tx, transaction: ConnectTransaction, staged: StagedRow): Promise<boolean> {
    const { id: transactionId, organisationId, influencerId } = transaction;
    const { affected } = await tx.update(
      ConnectTransactionEntity,
      { id: transactionId, status: 'EXCHANGING' },
      { status: 'SETUP_UNFINISHED', expiresAt: staged.expiresAt },
    );
    if (affected !== 1) return false;
    await tx.insert(StagedGrantEntity, { transactionId, organisationId, influencerId, ...staged });
    return true;
  }

  /** What another look at the platform found, in place of what was found before. */
  async restage(tx: Tx, transactionId: string, sealed: string): Promise<void> {
    await tx.update(StagedGrantEntity, { transactionId }, { sealed });
  }

  async staged(tx: Tx, transactionId: string): Promise<StagedRow | null> {
    return tx.findOne(StagedGrantEntity, { where: { transactionId } });
  }

  /** One confirm at a time; one that died gives way after a minute. */
  async claimConfirm(tx: Tx, id: string): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `UPDATE connect_transactions
       SET status = 'CONFIRMING', confirm_until = now() + make_interval(secs => $2)
       WHERE id = $1 AND expires_at > now()
         AND (status = 'SETUP_UNFINISHED' OR (status = 'CONFIRMING' AND confirm_until < now()))`,
      [id, CONFIRM_TTL_MS / 1000],
    );
    return count === 1;
  }

  async releaseConfirm(tx: Tx, id: string): Promise<void> {
    const values = { status: 'SETUP_UNFINISHED', confirmUntil: null } as const;
    await tx.update(ConnectTransactionEntity, { id, status: 'CONFIRMING' }, values);
  }

  /** When that was, by the clock that orders to revoke are given by; undefined when it was over before. */
  async complete(
    tx: Tx,
    id: string,
    { socialAccountIds, leftOut }: { socialAccountIds: readonly string[]; leftOut: readonly LeftOut[] },
  ): Promise<Date | undefined> {
    const [row] = await sqlRows<{ at: Date }>(
      tx,
      `UPDATE connect_transactions
          SET status = 'DONE', social_account_ids = $2, left_out = $3::jsonb, confirm_until = NULL
       WHERE id = $1 AND status = 'CONFIRMING' RETURNING date_trunc('milliseconds', clock_timestamp()) AS at`,
      [id, socialAccountIds, JSON.stringify(leftOut)],
    );
    await tx.delete(StagedGrantEntity, { transactionId: id });
    return row?.at;
  }

  async removeByInfluencer(tx: Tx, influencerId: string): Promise<void> {
    await tx.delete(ConnectTransactionEntity, { influencerId });
  }

  /** Organisations that hold something whose time is over. */
  async organisationsToSweep(keepDays: number): Promise<string[]> {
    const rows = await this.router.query<{ organisationId: string }>(
      `SELECT org_id AS "organisationId" FROM staged_grants WHERE expires_at < now()
       UNION SELECT org_id FROM connect_transactions WHERE created_at < now() - make_interval(days => $1)`,
      [keepDays],
    );
    return rows.map((row) => row.organisationId);
  }

  /** Grants that nobody confirms in time, and attempts too old to be of interest. */
  async sweep(tx: Tx, keepDays: number): Promise<void> {
    await sqlCount(
      tx,
      `DELETE FROM staged_grants s
        WHERE expires_at < now()
          AND NOT EXISTS (SELECT FROM connect_transactions t
                           WHERE t.id = s.transaction_id AND t.status = 'CONFIRMING' AND t.confirm_until > now())`,
    );
    await sqlCount(tx, 'DELETE FROM connect_transactions WHERE created_at < now() - make_interval(days => $1)', [
      keepDays,
    ]);
  }
}

function fromEntity(entity: ConnectTransactionEntity): ConnectTransaction {
  const {
    starterKind,
    starterSub,
    stateHash: _state,
    confirmUntil: _until,
    createdAt: _created,
    sealedVerifier: _verifier,
    ...rest
  } = entity;
  return { ...rest, starter: { kind: starterKind, sub: starterSub } };
}
