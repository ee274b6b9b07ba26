import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';

export interface User {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  disabled: boolean;
}

interface UserRow {
  id: string;
  email: string;
  name: string;
  password_hash: string | null;
  disabled_at: Date | null;
}

/** One spelling per mailbox, as far as that can be said without asking its server. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

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

  /** Adds the user only if there is none at all; of two at the same time one wins. */
  async addFirst(user: Omit<User, 'disabled'>): Promise<boolean> {
    const row = await this.database.row(
      'user-add-first',
      `INSERT INTO users (id, email, name, password_hash)
       SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM users) ON CONFLICT DO NOTHING RETURNING id`,
      [user.id, user.email, user.name, user.passwordHash],
    );
    return row !== undefined;
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
  };
}
