import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { must } from '../doors/wait';

/** The database as whoever runs it sees it: every table, and the files below. */
export class ThoroughDatabase {
  private constructor(
    private readonly client: Client,
    /** PostgreSQL's own word for it: as root it may lie outside of the home. */
    readonly folder: string,
  ) {}

  static async open(home: string): Promise<ThoroughDatabase> {
    const { databaseUrl } = JSON.parse(readFileSync(join(home, 'secrets', 'infrastructure.json'), 'utf8')) as {
      databaseUrl: string;
    };
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
    must(rows[0], 'PostgreSQL tells where its data is');
    return new ThoroughDatabase(client, rows[0].folder);
  }

  /** Tables of all services with one of these texts in a row. */
  async tablesWith(texts: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const name of await this.#tables()) {
      const held = await this.client.query(`SELECT FROM ${name} t WHERE t::text ILIKE ANY ($1) LIMIT 1`, [
        texts.map((text) => `%${text}%`),
      ]);
      if (held.rowCount) found.push(name);
    }
    return found;
  }

  /**
   * What comes about by itself in days, at once: deleted rows give their place back, what the planner remembers of columns is
   * learned anew, and the write-ahead log of that time goes instead of being written over.
   */
  async forgetDeleted(): Promise<void> {
    await this.client.query('ALTER SYSTEM SET wal_recycle = off');
    await this.client.query(`ALTER SYSTEM SET min_wal_size = '32MB'`);
    await this.client.query('SELECT pg_reload_conf()');
    try {
      for (const name of await this.#tables()) await this.client.query(`VACUUM (FULL, ANALYZE) ${name}`);
      await this.client.query('VACUUM FULL pg_catalog.pg_statistic');
      for (let turn = 0; turn < 2; turn += 1) {
        await this.client.query('SELECT pg_switch_wal()');
        await this.client.query('CHECKPOINT');
      }
    } finally {
      await this.client.query('ALTER SYSTEM RESET wal_recycle');
      await this.client.query('ALTER SYSTEM RESET min_wal_size');
      await this.client.query('SELECT pg_reload_conf()');
    }
  }

  close(): Promise<void> {
    return this.client.end();
  }

  async #tables(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  }
}
