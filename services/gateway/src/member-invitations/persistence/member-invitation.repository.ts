import { RoutingPool, sqlCount, sqlRows, UnitOfWork, type Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import type { MemberRole } from '../../sessions/domain/session';

export interface MemberInvitation {
  id: string;
  organisationId: string;
  email: string;
  role: MemberRole;
  invitedBy: string;
  /** Of the first owner, by whoever runs the installation and is in no organisation. */
  byOperator: boolean;
  createdAt: Date;
  expiresAt: Date;
  /** Null: nobody knows whether its mail went, which may also be on its way. Its link works all the same. */
  mailedAt: Date | null;
}

interface Row {
  id: string;
  org_id: string;
  email: string;
  role: MemberRole;
  invited_by: string;
  by_operator: boolean;
  created_at: Date;
  expires_at: Date;
  mailed_at: Date | null;
}

const written = 'id, org_id, email, role, invited_by, by_operator, created_at, expires_at';
const columns = `${written}, mailed_at`;
/** Longer than a mail takes: whoever has not sent it by then died over it. */
const mailingMilliseconds = 60_000;
const open = 'joined_at IS NULL AND revoked_at IS NULL';

@Injectable()
export class MemberInvitationRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
  ) {}

  /** Invitations into the organisation of the transaction are made one after the other. */
  async takeTurn(tx: Tx): Promise<void> {
    await sqlRows(tx, `SELECT pg_advisory_xact_lock(hashtextextended('invite ' || current_setting('app.org_id'), 0))`);
  }

  /** The first owner, whoever that is by now, was mailed an invitation that works, or is just being mailed one. */
  async isFirstOwnerInvited(tx: Tx, now: Date): Promise<boolean> {
    const [row] = await sqlRows<{ found: boolean }>(
      tx,
      `SELECT EXISTS (
         SELECT FROM member_invitations i JOIN users u ON u.id = i.invited_by
          WHERE i.by_operator AND ${open} AND i.expires_at > $1
            AND (i.mailed_at IS NOT NULL OR i.created_at > $2) AND u.operator AND u.disabled_at IS NULL) AS found`,
      [now, new Date(now.getTime() - mailingMilliseconds)],
    );
    return row?.found === true;
  }

  /**
   * An open invitation of the same address ends: its link went to the same mailbox, and one is enough. So does that of a first
   * owner, whoever it went to: there is one such person.
   */
  async replace(tx: Tx, invitation: Omit<MemberInvitation, 'mailedAt'>, tokenHash: Buffer): Promise<void> {
    const { id, organisationId, email, role, invitedBy, byOperator, createdAt, expiresAt } = invitation;
    await sqlCount(tx, `UPDATE member_invitations SET revoked_at = $2 WHERE (email = $1 OR by_operator) AND ${open}`, [
      email,
      createdAt,
    ]);
    await sqlRows(
      tx,
      `INSERT INTO member_invitations (${written}, token_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, organisationId, email, role, invitedBy, byOperator, createdAt, expiresAt, tokenHash],
    );
  }

  async noteMailed(tx: Tx, id: string, now: Date): Promise<void> {
    await sqlCount(tx, 'UPDATE member_invitations SET mailed_at = $2 WHERE id = $1', [id, now]);
  }

  /** Of the first owner, if it is open, ended or not. */
  async ofFirstOwner(tx: Tx): Promise<MemberInvitation | undefined> {
    const [row] = await sqlRows<Row>(
      tx,
      `SELECT ${columns} FROM member_invitations WHERE by_operator AND ${open} ORDER BY id DESC LIMIT 1`,
    );
    return row && toInvitation(row);
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
    byOperator: row.by_operator,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    mailedAt: row.mailed_at,
  };
}
