import { mailLanguages } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';

export interface User {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  disabled: boolean;
  /** Runs the installation. */
  operator: boolean;
  /** BCP 47: the language of their last sign-in as a member. */
  locale: string | null;
  /** IANA: where they last signed in as a member. */
  timeZone: string | null;
}

interface UserRow {
  id: string;
  email: string;
  name: string;
  password_hash: string | null;
  disabled_at: Date | null;
  operator: boolean;
  locale: string | null;
  time_zone: string | null;
}

/** One spelling per mailbox, as far as that can be said without asking its server. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** In which language a user is written to, where that is known. */
export const localesOf = (user: Pick<User, 'locale'> | undefined): string[] => (user?.locale ? [user.locale] : []);

@Injectable()
export class UserStore {
  constructor(private readonly database: Database) {}

  async any(): Promise<boolean> {
    const row = await this.database.row<{ any: boolean }>('user-any', 'SELECT EXISTS (SELECT FROM users) AS any', []);
    return row?.any ?? false;
  }

  async byEmail(email: string): Promise<User | undefined> {
    const row = await this.database.row<UserRow>('user-by-email', 'SELECT * FROM users WHERE email = $1', [email]);
    return row && toUser(row);
  }

  async byId(id: string): Promise<User | undefined> {
    const row = await this.database.row<UserRow>('user-by-id', 'SELECT * FROM users WHERE id = $1', [id]);
    return row && toUser(row);
  }

  async isOperator(id: string): Promise<boolean> {
    const user = await this.byId(id);
    return user !== undefined && user.operator && !user.disabled;
  }

  /** Fixes the id of the owner-to-be; a later call gets the same one. */
  async reserveOwnerId(candidate: string): Promise<string> {
    const row = await this.database.row<{ owner_user_id: string }>(
      'installation-reserve',
      `INSERT INTO installation (owner_user_id) VALUES ($1)
       ON CONFLICT (only_row) DO UPDATE SET owner_user_id = installation.owner_user_id RETURNING owner_user_id`,
      [candidate],
    );
    return row!.owner_user_id;
  }

  /** Adds the user, who runs the installation, only if there is none at all; of two at the same time one wins. */
  async addFirst(user: Omit<User, 'disabled' | 'operator' | 'locale' | 'timeZone'>): Promise<boolean> {
    const row = await this.database.row(
      'user-add-first',
      `INSERT INTO users (id, email, name, password_hash, operator)
       SELECT $1, $2, $3, $4, true WHERE NOT EXISTS (SELECT FROM users) ON CONFLICT DO NOTHING RETURNING id`,
      [user.id, user.email, user.name, user.passwordHash],
    );
    return row !== undefined;
  }

  async byIds(ids: readonly string[]): Promise<User[]> {
    const rows = await this.database.rows<UserRow>('user-by-ids', 'SELECT * FROM users WHERE id = ANY ($1::uuid[])', [
      ids,
    ]);
    return rows.map(toUser);
  }

  async rename(id: string, name: string): Promise<void> {
    await this.database.rows('user-rename', 'UPDATE users SET name = $2 WHERE id = $1', [id, name]);
  }

  /** In which language the user is written to from now on: the best of those they read that mails are written in. */
  async speaks(id: string, locales: readonly string[]): Promise<void> {
    const locale = locales.find((tag) => mailLanguages.some((language) => language === tag.split('-')[0]));
    if (locale === undefined) return;
    await this.database.rows(
      'user-speaks',
      'UPDATE users SET locale = $2 WHERE id = $1 AND locale IS DISTINCT FROM $2',
      [id, locale],
    );
  }

  async livesIn(id: string, timeZone: string): Promise<void> {
    await this.database.rows(
      'user-lives-in',
      'UPDATE users SET time_zone = $2 WHERE id = $1 AND time_zone IS DISTINCT FROM $2',
      [id, timeZone],
    );
  }

  async setPassword(id: string, passwordHash: string): Promise<void> {
    await this.database.rows('user-set-password', 'UPDATE users SET password_hash = $2 WHERE id = $1', [
      id,
      passwordHash,
    ]);
  }

  /**
   * Gives a password to the user of an address that was just proven, making the user when there is none. Undefined when
   * somebody with this address has a password already: only they may come in.
   */
  async join(id: string, email: string, name: string, passwordHash: string): Promise<string | undefined> {
    const row = await this.database.row<{ id: string }>(
      'user-join',
      `INSERT INTO users AS u (id, email, name, password_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT (email) DO UPDATE SET password_hash = EXCLUDED.password_hash, name = EXCLUDED.name
         WHERE u.password_hash IS NULL AND u.disabled_at IS NULL RETURNING id`,
      [id, email, name, passwordHash],
    );
    return row?.id;
  }

  /**
   * Users without password and session: influencers, who are made anew from their mailbox when they sign in. These ones, and
   * whoever has been here for an hour: one that was made a moment ago is about to get a session.
   */
  async removeUnused(ids: readonly string[]): Promise<void> {
    await this.database.rows(
      'user-remove-unused',
      `DELETE FROM users u
        WHERE password_hash IS NULL AND disabled_at IS NULL AND (id = ANY ($1::uuid[]) OR created_at < now() - interval '1 hour')
          AND NOT EXISTS (SELECT FROM sessions s WHERE s.user_id = u.id)`,
      [ids],
    );
  }

  /** The user of an address that was just proven; made without a password when there is none. */
  async ensure(id: string, email: string): Promise<User> {
    await this.database.rows(
      'user-ensure',
      `INSERT INTO users (id, email, name) VALUES ($1, $2, '') ON CONFLICT (email) DO NOTHING`,
      [id, email],
    );
    return (await this.byEmail(email))!;
  }
}

function toUser(row: UserRow): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    passwordHash: row.password_hash,
    disabled: row.disabled_at !== null,
    operator: row.operator,
    locale: row.locale,
    timeZone: row.time_zone,
  };
}
