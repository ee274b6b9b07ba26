import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';

export interface Continuation {
  applicationId: string;
  organisationId: string;
  /** Of the mailbox that the link went to. */
  emailHash: Buffer;
}

interface Row {
  application_id: string;
  organisation_id: string;
  email_hash: Buffer;
  expires_at: Date;
}

@Injectable()
export class ContinuationStore {
  constructor(private readonly database: Database) {}

  async add(link: Continuation & { tokenHash: Buffer; expiresAt: Date }): Promise<void> {
    await this.database.rows(
      'continuation-add',
      `INSERT INTO application_continuations (token_hash, application_id, organisation_id, email_hash, expires_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [link.tokenHash, link.applicationId, link.organisationId, link.emailHash, link.expiresAt],
    );
  }

  /** Takes the link out; it comes back once, and never after its end. */
  async take(tokenHash: Buffer, now: Date): Promise<Continuation | undefined> {
    const row = await this.database.row<Row>(
      'continuation-take',
      `DELETE FROM application_continuations WHERE token_hash = $1
       RETURNING application_id, organisation_id, email_hash, expires_at`,
      [tokenHash],
    );
    if (!row || row.expires_at <= now) return undefined;
    const { application_id: applicationId, organisation_id: organisationId, email_hash: emailHash } = row;
    return { applicationId, organisationId, emailHash };
  }

  async removeExpired(now: Date): Promise<void> {
    await this.database.rows('continuation-expire', 'DELETE FROM application_continuations WHERE expires_at < $1', [
      now,
    ]);
  }
}
