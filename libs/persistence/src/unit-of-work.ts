import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import {
  ConnectionLostError,
  isSerializationFailure,
  isTransientDatabaseError,
  TransactionAbortedError,
} from './postgres-errors';
import type { Tx } from './sql';

export interface UnitOptions {
  isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';
  /**
   * How often the whole work is done again after a serialization failure or deadlock. Default 0. Ignored when the unit
   * joins a surrounding one, since only the outermost can start over.
   */
  retries?: number;
}

interface Scope {
  tx: Tx;
  /** undefined = system: no organisation's rows are visible. */
  orgId: string | undefined;
  open: boolean;
}

type Hook = () => void;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const setOrganisation = "SELECT set_config('app.org_id', $1, true)";
/** More than any pool here holds. */
const mostDeadConnections = 20;
const hooksOf = new WeakMap<Tx, Hook[]>();
const logger = new Logger('UnitOfWork');

/**
 * Runs `hook` after the COMMIT of the unit of work that `tx` belongs to, and never if it rolls back. A hook that throws
 * is logged: the change is committed, so nothing can be undone any more.
 */
export function afterCommit(tx: Tx, hook: Hook): void {
  const hooks = hooksOf.get(tx);
  if (!hooks) throw new Error('afterCommit needs the transaction of a running unit of work');
  hooks.push(hook);
}

/**
 * The only way to a transaction. `tenant` sees one organisation's rows, `system` sees none of any organisation.
 * A nested unit joins the surrounding transaction: same organisation into same, `system` into either, and `tenant` into
 * `system` (the context is taken back afterwards). A second organisation inside the first one's unit is refused.
 */
@Injectable()
export class UnitOfWork {
  private readonly storage = new AsyncLocalStorage<Scope>();

  constructor(private readonly dataSource: DataSource) {}

  /** The transaction of the surrounding unit, if one is still open. */
  current(): Tx | undefined {
    return this.scope()?.tx;
  }

  /** The organisation of the surrounding unit; undefined outside of one and in `system`. */
  currentOrganisation(): string | undefined {
    return this.scope()?.orgId;
  }

  async tenant<T>(orgId: string, work: (tx: Tx) => Promise<T>, options: UnitOptions = {}): Promise<T> {
    if (!uuid.test(orgId)) throw new Error('The organisation of a unit of work must be a UUID');
    const outer = this.scope();
    if (!outer) return this.begin(orgId, work, options);
    if (outer.orgId === orgId) return work(outer.tx);
    if (outer.orgId !== undefined) throw new Error('A unit of work of one organisation cannot contain another one');
    return this.lend(outer.tx, orgId, work);
  }

  async system<T>(work: (tx: Tx) => Promise<T>, options: UnitOptions = {}): Promise<T> {
    const outer = this.scope();
    return outer ? work(outer.tx) : this.begin(undefined, work, options);
  }

  /**
   * Inside a `system` unit whose transaction has got the organisation's context already, by a statement of the caller
   * that saved a round trip: only makes `work` run as `tenant` would. The context stays until the transaction's end or
   * the next change, so every later unit in it must set its own.
   */
  async adoptTenant<T>(tx: Tx, orgId: string, work: () => Promise<T>): Promise<T> {
    if (this.scope()?.tx !== tx) throw new Error('adoptTenant needs the transaction of the surrounding unit of work');
    return this.storage.run({ tx, orgId, open: true }, work);
  }

  private scope(): Scope | undefined {
    const scope = this.storage.getStore();
    // Work that outlives its unit (a promise nobody awaited) must not write through a connection that others use now.
    return scope?.open && hooksOf.has(scope.tx) ? scope : undefined;
  }

  private async lend<T>(tx: Tx, orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    await tx.query(setOrganisation, [orgId]);
    const scope: Scope = { tx, orgId, open: true };
    try {
      return await this.storage.run(scope, () => work(tx));
    } finally {
      scope.open = false;
      // In an aborted transaction this fails as everything else will, and the first error is the one to tell.
      await tx.query(setOrganisation, ['']).catch(() => undefined);
    }
  }

  private async begin<T>(orgId: string | undefined, work: (tx: Tx) => Promise<T>, options: UnitOptions): Promise<T> {
    for (let retry = 0; ; retry += 1) {
      try {
        return await this.once(orgId, work, options);
      } catch (error) {
        if (retry >= (options.retries ?? 0) || !isSerializationFailure(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** Math.min(retry, 6)));
      }
    }
  }

  private async once<T>(orgId: string | undefined, work: (tx: Tx) => Promise<T>, options: UnitOptions): Promise<T> {
    const runner = await this.open(options);
    const tx = runner.manager;
    const scope: Scope = { tx, orgId, open: true };
    const hooks: Hook[] = [];
    hooksOf.set(tx, hooks);
    try {
      if (orgId !== undefined) await runner.query(setOrganisation, [orgId]);
      const result = await this.storage.run(scope, () => work(tx));
      await commit(runner);
      runHooks(hooks);
      return result;
    } catch (error) {
      throw await rollback(runner, error);
    } finally {
      scope.open = false;
      hooksOf.delete(tx);
      await runner.release();
    }
  }

  /**
   * Begins a transaction. After the server ended idle connections, the pool may still hold some that are dead; nothing has
   * happened yet when BEGIN fails on one, so the next connection is tried.
   */
  private async open(options: UnitOptions): Promise<QueryRunner> {
    for (let dead = 0; ; dead += 1) {
      const runner = this.dataSource.createQueryRunner();
      const client = (await runner.connect()) as PoolClient;
      try {
        await runner.startTransaction(options.isolation);
        return runner;
      } catch (error) {
        if (!runner.isReleased) client.emit('error', error);
        if (dead >= mostDeadConnections || !isTransientDatabaseError(error)) throw error;
      }
    }
  }
}

/**
 * Past TypeORM, which hides the answer: PostgreSQL answers the COMMIT of a transaction in which a statement has failed with
 * ROLLBACK, and not with an error.
 */
async function commit(runner: QueryRunner): Promise<void> {
  const client = (await runner.connect()) as PoolClient;
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT') {
    throw new TransactionAbortedError('A statement of this unit of work failed, but its error was swallowed');
  }
}

/** Ends the transaction and returns the error to throw. A connection that cannot roll back is thrown away. */
async function rollback(runner: QueryRunner, error: unknown): Promise<unknown> {
  if (runner.isReleased) return new ConnectionLostError('The database connection was lost', { cause: error });
  const client = (await runner.connect()) as PoolClient;
  try {
    // After a timed out answer the connection still waits for it; a ROLLBACK would only queue up behind.
    if (error instanceof Error && error.message.includes('Query read timeout')) throw error;
    // Harmless when a failed COMMIT has ended the transaction already.
    await client.query('ROLLBACK');
    return error;
  } catch (failure) {
    if (!runner.isReleased) client.emit('error', failure);
    return new ConnectionLostError('The database connection was lost', { cause: error });
  }
}

function runHooks(hooks: Hook[]): void {
  for (const hook of hooks) {
    try {
      hook();
    } catch (error) {
      logger.error(error);
    }
  }
}
