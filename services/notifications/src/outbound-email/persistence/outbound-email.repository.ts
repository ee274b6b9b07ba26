import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx, type WorkTable } from '@creator-connect/persistence';
import type { OutboundVia } from '../../mail/outbound-ways';

export const identityWork: WorkTable = { table: 'outbound_identities' };

/**
 * How the mailbox of a proposed address is proven: `token` by our own mail, `aws` by the one AWS sends for an address that
 * this proposal made there, `given`: our mail was answered, and only AWS is waited for.
 */
export type Proof = 'token' | 'aws' | 'given';

export interface Proposal {
  address: string;
  via: OutboundVia;
  proof: Proof;
  state: 'PENDING' | 'FAILED';
}

export interface OutboundEmail {
  verifiedAddress: string | null;
  verifiedAt: Date | null;
  via: OutboundVia;
  proposal: Proposal | null;
}

interface Row {
  address: string | null;
  verified_at: Date | null;
  via: OutboundVia;
  pending_address: string | null;
  pending_via: OutboundVia;
  pending_proof: Proof;
  failed: boolean;
}

export interface NewProposal {
  organisationId: string;
  address: string;
  via: OutboundVia;
  proof: Proof;
  tokenHash: Buffer | null;
}

export const secondsBetweenTests = 60;

/** The outbound address of the organisation that the surrounding transaction belongs to. */
@Injectable()
export class OutboundEmailRepository {
  async find(tx: Tx): Promise<OutboundEmail | null> {
    const [row] = await sqlRows<Row>(
      tx,
      `SELECT address, verified_at, via, pending_address, pending_via, pending_proof,
              pending_failed_at IS NOT NULL OR pending_expires_at <= now() AS failed
         FROM outbound_identities`,
    );
    if (!row) return null;
    const { address: verifiedAddress, verified_at: verifiedAt, via, pending_address: address } = row;
    const state = row.failed ? 'FAILED' : 'PENDING';
    const proposal = address === null ? null : { address, via: row.pending_via, proof: row.pending_proof, state };
    return { verifiedAddress, verifiedAt, via, proposal } as OutboundEmail;
  }

  /** A new address waits for its confirmation; the verified one stays in use until then. */
  async propose(tx: Tx, { organisationId, address, via, proof, tokenHash }: NewProposal): Promise<void> {
    await tx.query(
      `INSERT INTO outbound_identities (org_id, pending_address, pending_via, pending_proof, pending_token_hash,
                                        pending_expires_at, due_at)
       VALUES ($1, $2, $3, $4, $5, now() + interval '3 days', CASE WHEN $3 = 'ses' THEN clock_timestamp() END)
       ON CONFLICT (org_id) DO UPDATE SET pending_address = excluded.pending_address,
         pending_via = excluded.pending_via, pending_proof = excluded.pending_proof, pending_failed_at = NULL,
         pending_token_hash = excluded.pending_token_hash, pending_expires_at = excluded.pending_expires_at,
         due_at = excluded.due_at, lease_until = NULL, lease_epoch = outbound_identities.lease_epoch + 1`,
      [organisationId, address, via, proof, tokenHash],
    );
  }

  /** The verified address, if a test mail may go there now; the next one has to wait. */
  async takeTest(tx: Tx): Promise<{ address: string; via: OutboundVia } | undefined> {
    const [row] = await sqlRows<{ address: string; via: OutboundVia }>(
      tx,
      `UPDATE outbound_identities SET last_test_at = now()
        WHERE address IS NOT NULL AND (last_test_at IS NULL OR last_test_at <= now() - make_interval(secs => $1))
       RETURNING address, via`,
      [secondsBetweenTests],
    );
    return row;
  }

  /** Takes the token out, once: the mailbox is proven. What it was proven for, or undefined. */
  async takeToken(tx: Tx, tokenHash: Buffer): Promise<{ via: OutboundVia } | undefined> {
    const [row] = await sqlRows<{ pending_via: OutboundVia }>(
      tx,
      `UPDATE outbound_identities SET pending_token_hash = NULL, pending_proof = 'given',
              due_at = CASE WHEN pending_via = 'ses' THEN clock_timestamp() END
        WHERE pending_token_hash = $1 AND pending_expires_at > now() AND pending_failed_at IS NULL
       RETURNING pending_via`,
      [tokenHash],
    );
    return row && { via: row.pending_via };
  }

  /** Makes the proposed address the one in use. Version of the identity. */
  async verified(tx: Tx): Promise<number> {
    const [row] = await sqlRows<{ version: string }>(
      tx,
      `UPDATE outbound_identities
          SET address = pending_address, via = pending_via, verified_at = now(), pending_address = NULL,
              pending_token_hash = NULL, pending_expires_at = NULL, due_at = NULL, version = version + 1
        WHERE pending_address IS NOT NULL RETURNING version`,
    );
    return Number(row!.version);
  }

  async failed(tx: Tx, address: string): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `UPDATE outbound_identities SET pending_failed_at = now(), pending_token_hash = NULL, due_at = NULL
        WHERE pending_address = $1`,
      [address],
    );
    return count === 1;
  }
}
