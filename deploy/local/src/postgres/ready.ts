import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

/** Errors that a server shows while it starts or recovers: connection refused, and SQLSTATE 57P03. */
const passing = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03']);

async function attempt(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch (error) {
    if (passing.has((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits until the server answers a statement; throws at once on what waiting cannot mend (a wrong password). */
export async function untilPostgresAnswers(url: string, timeoutMs: number, signal?: AbortSignal): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await attempt(url))) {
    signal?.throwIfAborted();
    if (Date.now() > deadline) throw new Error('PostgreSQL did not answer in time.');
    await sleep(50);
  }
}

/** Creates the one database that all services share; each of them makes its own schema in it. */
export async function ensureDatabase(serverUrl: string, database: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
