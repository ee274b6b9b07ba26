import type { Client } from 'pg';
import { withDatabase } from '../database';
import { OperatorError } from '../operator-error';

/** Who may see and decide what concerns the whole installation. Works with the rights of the running gateway. */
export class Operators {
  private constructor(private readonly client: Client) {}

  static async with<T>(url: string | undefined, work: (operators: Operators) => Promise<T>): Promise<T> {
    const missing = 'Give --database, or GATEWAY_DATABASE_URL: the DATABASE_URL of the gateway.';
    return withDatabase({ url, schema: 'gateway', missing }, (client) => work(new Operators(client)));
  }

  async list(): Promise<string[]> {
    const { rows } = await this.client.query<{ email: string }>(
      'SELECT email FROM users WHERE operator AND disabled_at IS NULL ORDER BY email',
    );
    return rows.map(({ email }) => email);
  }

  /** Of whoever signs in here, or did: of a member as well. */
  async idOf(email: string): Promise<string | undefined> {
    const text = 'SELECT id FROM users WHERE email = lower($1)';
    return (await this.client.query<{ id: string }>(text, [email])).rows[0]?.id;
  }

  /** Counts within a second, also in sessions that are open. */
  async set(email: string, operator: boolean): Promise<void> {
    const { rowCount } = await this.client.query(
      'UPDATE users SET operator = $2 WHERE email = lower($1) AND disabled_at IS NULL',
      [email.trim(), operator],
    );
    if (rowCount === 0)
      throw new OperatorError('Nobody with this address signs in here. Let an owner invite them first.');
  }
}
