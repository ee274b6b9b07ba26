import { DataSource, type EntityManager } from 'typeorm';

/** One transaction, as handed out by the unit of work. Repositories take it as their first argument. */
export type Tx = EntityManager;

type Executor = DataSource | EntityManager;

/**
 * Runs a statement and returns its rows, for every kind of statement. TypeORM's own `query` answers `[rows, count]` to
 * UPDATE and DELETE and plain rows to the rest, which is easily misread when a statement has a RETURNING.
 */
export async function sqlRows<T>(executor: Executor, text: string, params: unknown[] = []): Promise<T[]> {
  return (await run(executor, text, params)).records as T[];
}

/** Runs a statement and returns how many rows it touched. */
export async function sqlCount(executor: Executor, text: string, params: unknown[] = []): Promise<number> {
  return (await run(executor, text, params)).affected ?? 0;
}

async function run(executor: Executor, text: string, params: unknown[]) {
  if (!(executor instanceof DataSource) && executor.queryRunner) return executor.queryRunner.query(text, params, true);
  const runner = (executor instanceof DataSource ? executor : executor.dataSource).createQueryRunner();
  try {
    return await runner.query(text, params, true);
  } finally {
    await runner.release();
  }
}

/** The clock that leases and due dates follow: the database's, whatever this process thinks of the time. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await sqlRows<{ now: Date }>(tx, 'SELECT clock_timestamp() AS now');
  return row!.now;
}

const plainName = /^[a-z_][a-z0-9_]{0,62}$/;

/** Quotes a name that is pasted into SQL. Names come from our code, never from input, so anything unusual is a bug. */
export function identifier(name: string): string {
  if (!plainName.test(name)) throw new Error(`Not a plain SQL name: ${JSON.stringify(name)}`);
  return `"${name}"`;
}

export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
