import { Injectable } from '@nestjs/common';
import { newId } from '@creator-connect/contracts';
import { sqlRows, type Tx } from '@creator-connect/persistence';

interface Lapse {
  organisationId: string;
  influencerId: string;
  accountId: string;
  cause: string;
  at: string;
}

interface KnownEnd extends Omit<Lapse, 'cause' | 'at'> {
  endsAt: string;
  grantVersion: number;
}

/** Incidents of the organisation that the surrounding transaction belongs to; an account has at most one open. */
@Injectable()
export class IncidentRepository {
  /** Opens the incident of a lapsed account, or goes on with the open one, and returns its id. */
  async open(tx: Tx, { organisationId, influencerId, accountId, cause, at }: Lapse): Promise<string> {
    const [row] = await sqlRows<{ id: string }>(
      tx,
      `INSERT INTO incidents (id, org_id, influencer_id, account_id, cause, phase, ends_at)
       VALUES ($1, $2, $3, $4, $5, 'ended', $6)
       ON CONFLICT (org_id, account_id) WHERE closed_at IS NULL
       DO UPDATE SET cause = excluded.cause, phase = excluded.phase, ends_at = excluded.ends_at RETURNING id`,
      [newId(), organisationId, influencerId, accountId, cause, at],
    );
    return row!.id;
  }

  /** The same before a known end. Undefined when the account has lapsed already or a newer grant is being followed. */
  async foresee(tx: Tx, end: KnownEnd): Promise<string | undefined> {
    const [row] = await sqlRows<{ id: string }>(
      tx,
      `INSERT INTO incidents AS i (id, org_id, influencer_id, account_id, cause, phase, ends_at, grant_version)
       VALUES ($1, $2, $3, $4, 'expiring', 'expiring', $5, $6)
       ON CONFLICT (org_id, account_id) WHERE closed_at IS NULL
       DO UPDATE SET ends_at = excluded.ends_at, grant_version = excluded.grant_version
         WHERE i.phase = 'expiring' AND i.grant_version <= excluded.grant_version RETURNING id`,
      [newId(), end.organisationId, end.influencerId, end.accountId, end.endsAt, end.grantVersion],
    );
    return row?.id;
  }

  /** Closes the open incident whose end is still to come, if it is about a grant up to this version; its id. */
  async closeForeseen(tx: Tx, accountId: string, upToGrantVersion: number): Promise<string | undefined> {
    const [row] = await sqlRows<{ id: string }>(
      tx,
      `UPDATE incidents SET closed_at = now()
        WHERE account_id = $1 AND closed_at IS NULL AND phase = 'expiring' AND grant_version <= $2 RETURNING id`,
      [accountId, upToGrantVersion],
    );
    return row?.id;
  }

  /** Closes the account's open incident; its id, or undefined when none was open. */
  async close(tx: Tx, accountId: string): Promise<string | undefined> {
    const rows = await sqlRows<{ id: string }>(
      tx,
      'UPDATE incidents SET closed_at = now() WHERE account_id = $1 AND closed_at IS NULL RETURNING id',
      [accountId],
    );
    return rows[0]?.id;
  }

  /** Of an influencer whose messages are gone. */
  async reassign(tx: Tx, influencerId: string, keptId: string): Promise<void> {
    await tx.query('UPDATE incidents SET influencer_id = $2 WHERE influencer_id = $1', [influencerId, keptId]);
  }

  async erase(tx: Tx, influencerId: string): Promise<void> {
    await tx.query('DELETE FROM incidents WHERE influencer_id = $1', [influencerId]);
  }
}
