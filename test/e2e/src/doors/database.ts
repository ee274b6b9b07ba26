import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** Behind the doors, for what nobody can do through them; all of it or nothing. */
export async function behindTheDoors(home: string, work: (client: Client) => Promise<void>): Promise<void> {
  const { databaseUrl } = JSON.parse(readFileSync(join(home, 'secrets', 'infrastructure.json'), 'utf8')) as {
    databaseUrl: string;
  };
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
