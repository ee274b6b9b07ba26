import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import type { MemberRole, MissingFactor, Session, SessionKind } from '../domain/session';

interface SessionRow {
  id: string;
  kind: SessionKind;
  user_id: string | null;
  email?: string | null;
  operator?: boolean | null;
  organisation_id: string | null;
  role: MemberRole | null;
  influencer_id: string | null;
  request_id: string | null;
  link_hash: Buffer | null;
  proven: boolean;
  missing_factor: MissingFactor | null;
  authenticated_at: Date;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
}

const columns = `id, kind, user_id, organisation_id, role, influencer_id, request_id, link_hash, proven,
  created_at, last_seen_at, expires_at, missing_factor, authenticated_at`;

@Injectable()
export class SessionStore {
  constructor(private readonly database: Database) {}

  /** Sessions of disabled users are not found. */
  async find(tokenHash: Buffer): Promise<Session | undefined> {
    const row = await this.database.row<SessionRow>(
      'session-find',
      `SELECT s.*, u.email, u.operator FROM sessions s LEFT JOIN users u ON u.id = s.user_id
       WHERE s.token_hash = $1 AND u.disabled_at IS NULL`,
      [tokenHash],
    );
    return row && toSession(row);
  }

  async add(session: Session, tokenHash: Buffer): Promise<void> {
    await this.database.rows(
      'session-add',
      `INSERT INTO sessions (${columns}, token_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [...values(session), tokenHash],
    );
  }

  /** Writes the session under a new token; false when the old token is dead already. */
  async replace(session: Session, oldTokenHash: Buffer, tokenHash: Buffer): Promise<boolean> {
    const row = await this.database.row(
      'session-replace',
      `UPDATE sessions SET kind = $2, user_id = $3, organisation_id = $4, role = $5, influencer_id = $6, request_id = $7,
         link_hash = $8, proven = $9, created_at = $10, last_seen_at = $11, expires_at = $12, missing_factor = $13,
         authenticated_at = $14, token_hash = $15
       WHERE id = $1 AND token_hash = $16 RETURNING id`,
      [...values(session), tokenHash, oldTokenHash],
    );
    return row !== undefined;
  }

  async touch(id: string, at: Date): Promise<void> {
    await this.database.rows(
      'session-touch',
      'UPDATE sessions SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2',
      [id, at],
    );
  }

  async remove(id: string): Promise<void> {
    await this.database.rows('session-remove', 'DELETE FROM sessions WHERE id = $1', [id]);
  }

  async removeOneOf(userId: string, id: string): Promise<boolean> {
    const row = await this.database.row(
      'session-remove-one-of',
      'DELETE FROM sessions WHERE user_id = $1 AND id = $2 RETURNING id',
      [userId, id],
    );
    return row !== undefined;
  }

  /** Every session of a user but the named one. */
  async removeOf(userId: string, keep: string | null): Promise<void> {
    await this.database.rows(
      'session-remove-of',
      'DELETE FROM sessions WHERE user_id = $1 AND id IS DISTINCT FROM $2',
      [userId, keep],
    );
  }

  /** Live by their absolute end, newest first; the caller drops the idle ones. */
  async ofUser(userId: string, now: Date): Promise<Session[]> {
    const rows = await this.database.rows<SessionRow>(
      'session-of-user',
      `SELECT ${columns} FROM sessions WHERE user_id = $1 AND expires_at > $2 ORDER BY created_at DESC LIMIT 100`,
      [userId, now],
    );
    return rows.map(toSession);
  }

  /** Sessions of an influencer at an organisation; the ids of whose they were. */
  async removeOfInfluencer(organisationId: string, influencerId: string): Promise<string[]> {
    const rows = await this.database.rows<{ user_id: string | null }>(
      'session-remove-influencer',
      'DELETE FROM sessions WHERE organisation_id = $1 AND influencer_id = $2 RETURNING user_id',
      [organisationId, influencerId],
    );
    return rows.flatMap(({ user_id }) => user_id ?? []);
  }

  async removeExpired(now: Date): Promise<void> {
    await this.database.rows('session-expire', 'DELETE FROM sessions WHERE expires_at < $1', [now]);
  }
}

function values(session: Session): unknown[] {
  return [
    session.id,
    session.kind,
    session.userId,
    session.organisationId,
    session.role,
    session.influencerId,
    session.requestId,
    session.linkHash === null ? null : Buffer.from(session.linkHash, 'base64url'),
    session.proven,
    session.createdAt,
    session.lastSeenAt,
    session.expiresAt,
    session.missingFactor,
    session.authenticatedAt,
  ];
}

function toSession(row: SessionRow): Session {
  return {
    id: row.id,
    kind: row.kind,
    userId: row.user_id,
    email: row.email ?? null,
    operator: row.operator ?? false,
    organisationId: row.organisation_id,
    role: row.role,
    influencerId: row.influencer_id,
    requestId: row.request_id,
    linkHash: row.link_hash?.toString('base64url') ?? null,
    proven: row.proven,
    missingFactor: row.missing_factor,
    authenticatedAt: row.authenticated_at,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  };
}
