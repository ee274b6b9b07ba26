import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';

export interface ApiKey {
  id: string;
  organisationId: string;
  name: string;
  tokenHash: Buffer;
  /** The first characters, by which a person tells keys apart. */
  hint: string;
  scopes: string[];
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

interface ApiKeyRow {
  id: string;
  org_id: string;
  name: string;
  token_hash: Buffer;
  hint: string;
  scopes: string[];
  created_by: string;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
}

@Injectable()
export class ApiKeyRepository {
  async add(tx: Tx, key: ApiKey): Promise<void> {
    await sqlRows(
      tx,
      `INSERT INTO api_keys (id, org_id, name, token_hash, hint, scopes, created_by, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        key.id,
        key.organisationId,
        key.name,
        key.tokenHash,
        key.hint,
        key.scopes,
        key.createdBy,
        key.createdAt,
        key.expiresAt,
      ],
    );
  }

  async countLive(tx: Tx, now: Date): Promise<number> {
    const [row] = await sqlRows<{ count: number }>(
      tx,
      'SELECT count(*)::int AS count FROM api_keys WHERE revoked_at IS NULL AND expires_at > $1',
      [now],
    );
    return row?.count ?? 0;
  }

  async list(tx: Tx, limit: number, after: string | undefined): Promise<ApiKey[]> {
    const rows = await sqlRows<ApiKeyRow>(
      tx,
      `SELECT * FROM api_keys WHERE revoked_at IS NULL AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $1`,
      [limit, after ?? null],
    );
    return rows.map(toApiKey);
  }

  /** What these keys are called, whether they still work or not. */
  async names(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await sqlRows<{ id: string; name: string }>(tx, 'SELECT id, name FROM api_keys WHERE id = ANY ($1)', [
      ids,
    ]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The hash of the revoked key, or undefined when the organisation has no such live key. */
  async revoke(tx: Tx, id: string, now: Date): Promise<Buffer | undefined> {
    const [row] = await sqlRows<{ token_hash: Buffer }>(
      tx,
      'UPDATE api_keys SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING token_hash',
      [id, now],
    );
    return row?.token_hash;
  }

  async noteUse(tx: Tx, id: string, at: Date): Promise<void> {
    await sqlCount(tx, 'UPDATE api_keys SET last_used_at = $2 WHERE id = $1', [id, at]);
  }
}

function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    organisationId: row.org_id,
    name: row.name,
    tokenHash: row.token_hash,
    hint: row.hint,
    scopes: row.scopes,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  };
}
