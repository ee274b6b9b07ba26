import { Injectable } from '@nestjs/common';
import { sqlRows, type Tx } from '@creator-connect/persistence';
import { ATTEMPT_TTL_SECONDS } from '../domain/connection';

interface NewAttempt {
  organisationId: string;
  userId: string;
  stateHash: Buffer;
  bindingHash: Buffer;
}

/** Who has gone to the platform's page, to come back once, in the same browser. */
@Injectable()
export class AttemptRepository {
  async add(tx: Tx, { organisationId, userId, stateHash, bindingHash }: NewAttempt): Promise<void> {
    await tx.query('DELETE FROM agency_attempts WHERE expires_at < now()');
    await tx.query(
      `INSERT INTO agency_attempts (state_hash, org_id, user_id, binding_hash, expires_at)
       VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5))`,
      [stateHash, organisationId, userId, bindingHash, ATTEMPT_TTL_SECONDS],
    );
  }

  /** True once, and only for who began it. A state that somebody else brings is spent, too: it is in the wrong hands. */
  async take(tx: Tx, { userId, stateHash, bindingHash }: Omit<NewAttempt, 'organisationId'>): Promise<boolean> {
    const rows = await sqlRows(
      tx,
      `WITH taken AS (DELETE FROM agency_attempts WHERE state_hash = $1 RETURNING user_id, binding_hash, expires_at)
       SELECT 1 FROM taken WHERE user_id = $2 AND binding_hash = $3 AND expires_at > now()`,
      [stateHash, userId, bindingHash],
    );
    return rows.length === 1;
  }
}
