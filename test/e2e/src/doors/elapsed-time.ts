import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** What the collector keeps of an account that carries a time. */
const times: Record<string, readonly string[]> = {
  metric_history: ['as_of'],
  collection_gaps: ['began_at', 'ended_at'],
  feeds: ['collected_at'],
};

/**
 * As if days had gone by since everything that was collected of an account until now: a story of weeks can be told, for
 * nobody can wait for one, and the services' clocks are real. Behind the doors, where no figure or state is touched.
 */
export async function daysPassSince(home: string, accountId: string, days: number): Promise<void> {
  const { databaseUrl } = JSON.parse(readFileSync(join(home, 'secrets', 'infrastructure.json'), 'utf8')) as {
    databaseUrl: string;
  };
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    for (const [table, columns] of Object.entries(times)) {
      const moved = columns.map((column) => `${column} = ${column} - make_interval(days => $2)`).join(', ');
      const key = table === 'feeds' ? 'id' : 'account_id';
      await client.query(`UPDATE collector.${table} SET ${moved} WHERE ${key} = $1`, [accountId, days]);
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
