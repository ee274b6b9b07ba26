import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';

@Injectable()
export class SignInLinkStore {
  constructor(private readonly database: Database) {}

  async add(link: { tokenHash: Buffer; email: string; createdAt: Date; expiresAt: Date }): Promise<void> {
    await this.database.rows(
      'sign-in-link-add',
      'INSERT INTO sign_in_links (token_hash, email, created_at, expires_at) VALUES ($1, $2, $3, $4)',
      [link.tokenHash, link.email, link.createdAt, link.expiresAt],
    );
  }

  /** Takes the link out; its address comes back once, and never after its end. */
  async take(tokenHash: Buffer, now: Date): Promise<string | undefined> {
    const row = await this.database.row<{ email: string; expires_at: Date }>(
      'sign-in-link-take',
      'DELETE FROM sign_in_links WHERE token_hash = $1 RETURNING email, expires_at',
      [tokenHash],
    );
    return row && row.expires_at > now ? row.email : undefined;
  }

  async removeExpired(now: Date): Promise<void> {
    await this.database.rows('sign-in-link-expire', 'DELETE FROM sign_in_links WHERE expires_at < $1', [now]);
  }
}
