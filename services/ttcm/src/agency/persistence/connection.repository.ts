import { Injectable } from '@nestjs/common';
import { newId } from '@creator-connect/contracts';
import { sqlRows, type Tx, type WorkTable } from '@creator-connect/persistence';
import type { AgencyConnection, EndCause } from '../domain/connection';

export const revocationWork: WorkTable = { table: 'agency_revocations' };

interface Row {
  org_id: string;
  state: AgencyConnection['state'];
  account_id: string;
  account_label: string | null;
  country: string | null;
  scopes: number[];
  sealed_token: string | null;
  connected_by: string;
  connected_at: Date;
  ended_at: Date | null;
  end_cause: EndCause | null;
  version: string;
}

const toConnection = (row: Row): AgencyConnection => ({
  organisationId: row.org_id,
  state: row.state,
  accountId: row.account_id,
  accountLabel: row.account_label,
  country: row.country,
  scopes: row.scopes,
  sealedToken: row.sealed_token,
  connectedBy: row.connected_by,
  connectedAt: row.connected_at,
  endedAt: row.ended_at,
  endCause: row.end_cause,
  version: row.version,
});

export type NewConnection = Pick<
  AgencyConnection,
  'organisationId' | 'accountId' | 'accountLabel' | 'country' | 'scopes' | 'connectedBy'
> & { sealedToken: string };

/** The connection of the organisation that the surrounding transaction belongs to. */
@Injectable()
export class ConnectionRepository {
  async find(tx: Tx): Promise<AgencyConnection | null> {
    const [row] = await sqlRows<Row>(tx, 'SELECT * FROM agency_connections', []);
    return row ? toConnection(row) : null;
  }

  async lock(tx: Tx): Promise<AgencyConnection | null> {
    const [row] = await sqlRows<Row>(tx, 'SELECT * FROM agency_connections FOR UPDATE', []);
    return row ? toConnection(row) : null;
  }

  /** Takes the place of an earlier one; the version after. */
  async store(tx: Tx, connection: NewConnection): Promise<number> {
    const [row] = await sqlRows<{ version: string }>(
      tx,
      `INSERT INTO agency_connections (org_id, state, account_id, account_label, country, scopes, sealed_token,
                                       connected_by, version)
       VALUES ($1, 'CONNECTED', $2, $3, $4, $5, $6, $7, 1)
       ON CONFLICT (org_id) DO UPDATE
         SET state = 'CONNECTED', account_id = $2, account_label = $3, country = $4, scopes = $5, sealed_token = $6,
             connected_by = $7, connected_at = now(), ended_at = NULL, end_cause = NULL,
             version = agency_connections.version + 1
       RETURNING version`,
      [
        connection.organisationId,
        connection.accountId,
        connection.accountLabel,
        connection.country,
        connection.scopes,
        connection.sealedToken,
        connection.connectedBy,
      ],
    );
    return Number(row!.version);
  }

  /** The version after, of a locked connection. */
  async end(tx: Tx, cause: EndCause): Promise<number> {
    const [row] = await sqlRows<{ version: string }>(
      tx,
      `UPDATE agency_connections SET state = 'REAUTH', sealed_token = NULL, ended_at = now(), end_cause = $1,
              version = version + 1 RETURNING version`,
      [cause],
    );
    return Number(row!.version);
  }

  async remove(tx: Tx): Promise<void> {
    await tx.query('DELETE FROM agency_connections');
  }

  /** The token is to be forgotten by TikTok, too. */
  async revokeLater(tx: Tx, organisationId: string, sealedToken: string): Promise<void> {
    await tx.query(
      'INSERT INTO agency_revocations (id, org_id, sealed_token, due_at) VALUES ($1, $2, $3, clock_timestamp())',
      [newId(), organisationId, sealedToken],
    );
  }

  async tokenToRevoke(tx: Tx, id: string): Promise<string | null> {
    const sql = 'SELECT sealed_token FROM agency_revocations WHERE id = $1';
    const [row] = await sqlRows<{ sealed_token: string }>(tx, sql, [id]);
    return row?.sealed_token ?? null;
  }

  async revoked(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM agency_revocations WHERE id = $1', [id]);
  }
}
