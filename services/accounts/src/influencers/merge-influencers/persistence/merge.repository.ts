import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';

/** An entry that became part of another one. */
export interface Merged {
  influencerId: string;
  organisationId: string;
  keptId: string;
  name: string;
  mergedBy: string;
  confirmedByPerson: boolean;
  mergedAt: Date;
  version: number;
}

/** Two entries that an admin takes for one person, of which the one that would go has been used by somebody. */
export interface MergeProposal {
  influencerId: string;
  keptId: string;
  taken: string[];
  proposedBy: string;
  proposedAt: Date;
  /** The person said no. */
  declinedAt: Date | null;
}

const proposal = `influencer_id AS "influencerId", kept_id AS "keptId", taken, proposed_by AS "proposedBy",
  proposed_at AS "proposedAt", declined_at AS "declinedAt"`;

/** Merges of the organisation that the surrounding transaction belongs to. */
@Injectable()
export class MergeRepository {
  /** The entry that this one became part of, if it did. */
  async keptOf(tx: Tx, influencerId: string): Promise<string | undefined> {
    const [row] = await sqlRows<{ kept_id: string }>(
      tx,
      'SELECT kept_id FROM merged_influencers WHERE influencer_id = $1',
      [influencerId],
    );
    return row?.kept_id;
  }

  /** Under which id somebody stands in the roster now, of whom a service may still know the old one. */
  async currentId(tx: Tx, influencerId: string): Promise<string> {
    return (await this.keptOf(tx, influencerId)) ?? influencerId;
  }

  /** What became part of the entry that goes is part of the kept one from now on. */
  async add(tx: Tx, merged: Omit<Merged, 'mergedAt'> & { mergedAt: string }): Promise<void> {
    await sqlCount(tx, 'UPDATE merged_influencers SET kept_id = $2 WHERE kept_id = $1', [
      merged.influencerId,
      merged.keptId,
    ]);
    await sqlCount(
      tx,
      `INSERT INTO merged_influencers
         (org_id, influencer_id, kept_id, name, merged_by, confirmed_by_person, merged_at, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        merged.organisationId,
        merged.influencerId,
        merged.keptId,
        merged.name,
        merged.mergedBy,
        merged.confirmedByPerson,
        merged.mergedAt,
        merged.version,
      ],
    );
  }

  /** Newest first. */
  async into(tx: Tx, keptId: string): Promise<Merged[]> {
    const rows = await sqlRows<Omit<Merged, 'version'> & { version: string }>(
      tx,
      `SELECT influencer_id AS "influencerId", org_id AS "organisationId", kept_id AS "keptId", name,
              merged_by AS "mergedBy", confirmed_by_person AS "confirmedByPerson", merged_at AS "mergedAt", version
         FROM merged_influencers WHERE kept_id = $1 ORDER BY merged_at DESC, influencer_id LIMIT 1000`,
      [keptId],
    );
    return rows.map((row) => ({ ...row, version: Number(row.version) }));
  }

  /** The gateway has taken over what it holds itself. */
  async gatewayDone(tx: Tx, influencerId: string): Promise<void> {
    await sqlCount(
      tx,
      'UPDATE merged_influencers SET gateway_done_at = coalesce(gateway_done_at, now()) WHERE influencer_id = $1',
      [influencerId],
    );
  }

  /** It replaces what was proposed for this entry before. */
  async propose(
    tx: Tx,
    organisationId: string,
    { influencerId, keptId, taken, proposedBy }: Omit<MergeProposal, 'proposedAt' | 'declinedAt'>,
  ): Promise<void> {
    await sqlCount(
      tx,
      `INSERT INTO merge_proposals (org_id, influencer_id, kept_id, taken, proposed_by, proposed_at)
       VALUES ($1, $2, $3, $4, $5, now())
       ON CONFLICT (org_id, influencer_id) DO UPDATE SET kept_id = excluded.kept_id, taken = excluded.taken,
         proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at, declined_at = NULL`,
      [organisationId, influencerId, keptId, taken, proposedBy],
    );
  }

  /** What this entry's person is asked, or was. */
  async proposalFor(tx: Tx, influencerId: string): Promise<MergeProposal | undefined> {
    const [row] = await sqlRows<MergeProposal>(tx, `SELECT ${proposal} FROM merge_proposals WHERE influencer_id = $1`, [
      influencerId,
    ]);
    return row;
  }

  /** Those that this entry takes part in, newest first. */
  async proposalsOf(tx: Tx, influencerId: string): Promise<MergeProposal[]> {
    return sqlRows<MergeProposal>(
      tx,
      `SELECT ${proposal} FROM merge_proposals WHERE influencer_id = $1 OR kept_id = $1
        ORDER BY proposed_at DESC LIMIT 100`,
      [influencerId],
    );
  }

  /** False when none waits for an answer. */
  async withdraw(tx: Tx, influencerId: string): Promise<boolean> {
    const sql = 'DELETE FROM merge_proposals WHERE influencer_id = $1 AND declined_at IS NULL';
    return (await sqlCount(tx, sql, [influencerId])) === 1;
  }

  /** False when none waits for an answer. */
  async decline(tx: Tx, influencerId: string): Promise<boolean> {
    const sql = 'UPDATE merge_proposals SET declined_at = now() WHERE influencer_id = $1 AND declined_at IS NULL';
    return (await sqlCount(tx, sql, [influencerId])) === 1;
  }
}
