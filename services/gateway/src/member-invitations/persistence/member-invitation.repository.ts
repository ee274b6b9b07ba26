import { RoutingPool, sqlCount, sqlRows, UnitOfWork, type Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import type { MemberRole } from '../../sessions/domain/session';

export interface MemberInvitation {
  id: string;
  organisationId: string;
  email: string;
  role: MemberRole;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
}

interface Row {
  id: string;
  org_id: string;
  email: string;
  role: MemberRole;
  invited_by: string;
  created_at: Date;
  expires_at: Date;
}

const columns = 'id, org_id, email, role, invited_by, created_at, expires_at';
const open = 'joined_at IS NULL AND revoked_at IS NULL';

@Injectable()
export class MemberInvitationRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
  ) {}

  /** An open invitation of the same address ends: its link went to the same mailbox, and one is enough. */
  async replace(tx: Tx, invitation: MemberInvitation, tokenHash: Buffer): Promise<void> {
    const { id, organisationId, email, role, invitedBy, createdAt, expiresAt } = invitation;
    await sqlCount(tx, `UPDATE member_invitations SET revoked_at = $2 WHERE email = $1 AND ${open}`, [
      email,
      createdAt,
    ]);
    await sqlRows(
      tx,
      `INSERT INTO member_invitations (${columns}, token_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, organisationId, email, role, invitedBy, createdAt, expiresAt, tokenHash],
    );
  }

  async list(tx: Tx): Promise<MemberInvitation[]> {
    const rows = await sqlRows<Row>(
      tx,
      `SELECT ${columns} FROM member_invitations WHERE ${open} ORDER BY id DESC LIMIT 200`,
    );
    return rows.map(toInvitation);
  }

  async revoke(tx: Tx, id: string, now: Date): Promise<boolean> {
    const count = await sqlCount(tx, `UPDATE member_invitations SET revoked_at = $2 WHERE id = $1 AND ${open}`, [
      id,
      now,
    ]);
    return count > 0;
  }

  /** The invitation of a token, in whatever organisation, while it can be used. */
  async usable(tokenHash: Buffer, now: Date): Promise<MemberInvitation | undefined> {
    const [place] = await this.routing.query<{ org_id: string }>(
      'SELECT org_id FROM member_invitations WHERE token_hash = $1',
      [tokenHash],
    );
    if (!place) return undefined;
    const [row] = await this.unitOfWork.tenant(place.org_id, (tx) =>
      sqlRows<Row>(
        tx,
        `SELECT ${columns} FROM member_invitations WHERE token_hash = $1 AND expires_at > $2 AND ${open}`,
        [tokenHash, now],
      ),
    );
    return row && toInvitation(row);
  }

  async noteJoined({ id, organisationId }: MemberInvitation, userId: string, now: Date): Promise<void> {
    await this.unitOfWork.tenant(organisationId, (tx) =>
      sqlCount(tx, 'UPDATE member_invitations SET joined_at = $3, user_id = $2 WHERE id = $1 AND joined_at IS NULL', [
        id,
        userId,
        now,
      ]),
    );
  }
}

function toInvitation(row: Row): MemberInvitation {
  return {
    id: row.id,
    organisationId: row.org_id,
    email: row.email,
    role: row.role,
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
