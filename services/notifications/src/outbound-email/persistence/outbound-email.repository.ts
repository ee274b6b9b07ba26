import { Injectable } from '@nestjs/common';
import { sqlRows, type Tx } from '@creator-connect/persistence';

export interface OutboundEmail {
  verifiedAddress: string | null;
  verifiedAt: Date | null;
  pendingAddress: string | null;
}

interface Row {
  address: string | null;
  verified_at: Date | null;
  pending_address: string | null;
}

export const secondsBetweenTests = 60;

/** The outbound address of the organisation that the surrounding transaction belongs to. */
@Injectable()
export class OutboundEmailRepository {
  async find(tx: Tx): Promise<OutboundEmail | null> {
    const [row] = await sqlRows<Row>(
      tx,
      `SELECT address, verified_at, CASE WHEN pending_expires_at > now() THEN pending_address END AS pending_address
         FROM outbound_identities`,
    );
    if (!row) return null;
    return { verifiedAddress: row.address, verifiedAt: row.verified_at, pendingAddress: row.pending_address };
  }

  /** A new address waits for its confirmation; the verified one stays in use until then. */
  async propose(tx: Tx, organisationId: string, address: string, tokenHash: Buffer): Promise<void> {
    await tx.query(
      `INSERT INTO outbound_identities (org_id, pending_address, pending_token_hash, pending_expires_at)
       VALUES ($1, $2, $3, now() + interval '3 days')
       ON CONFLICT (org_id) DO UPDATE SET pending_address = excluded.pending_address,
         pending_token_hash = excluded.pending_token_hash, pending_expires_at = excluded.pending_expires_at`,
      [organisationId, address, tokenHash],
    );
  }

  /** The verified address, if a test mail may go there now; the next one has to wait. */
  async takeTest(tx: Tx): Promise<string | undefined> {
    const [row] = await sqlRows<{ address: string }>(
      tx,
      `UPDATE outbound_identities SET last_test_at = now()
        WHERE address IS NOT NULL AND (last_test_at IS NULL OR last_test_at <= now() - make_interval(secs => $1))
       RETURNING address`,
      [secondsBetweenTests],
    );
    return row?.address;
  }

  /** Takes the token out and makes its address the verified one, once. Version of the identity, or undefined. */
  async confirm(tx: Tx, tokenHash: Buffer): Promise<number | undefined> {
    const [row] = await sqlRows<{ version: string }>(
      tx,
      `UPDATE outbound_identities
          SET address = pending_address, verified_at = now(), pending_address = NULL, pending_token_hash = NULL,
              pending_expires_at = NULL, version = version + 1
        WHERE pending_token_hash = $1 AND pending_expires_at > now() RETURNING version`,
      [tokenHash],
    );
    return row ? Number(row.version) : undefined;
  }
}
