import { newId } from '@creator-connect/contracts';
import { runInContext } from '@creator-connect/observability';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { FairTurns } from './fair-turns';
import { Pause } from './pause';
import type { RoutingPool } from './routing-pool';
import type { UnitOfWork } from './unit-of-work';
import { claimDue, type WorkClaim, type WorkTable } from './work-lease';

export interface DueWorkerOptions {
  work: WorkTable;
  /** Longer than one piece of work ever takes; afterwards another replica may take it over. */
  leaseSeconds: number;
  /** Pieces of work this process does at the same time. */
  concurrency: number;
  /** How often the table is asked while nothing is known to be due. Default 1000. */
  pollMs?: number;
}

/**
 * Does due work over and over from the start of the application to its end, with as many pieces at once as allowed and in
 * fair turns between organisations; several replicas share the work.
 */
export abstract class DueWorker implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger: Logger;
  readonly #running = new Set<Promise<void>>();
  readonly #turns = new FairTurns();
  #stopped = false;
  readonly #pause = new Pause();
  #loop: Promise<void> | undefined;

  constructor(
    private readonly routing: RoutingPool,
    protected readonly unitOfWork: UnitOfWork,
    private readonly options: DueWorkerOptions,
  ) {
    this.#logger = new Logger(`DueWorker:${options.work.table}`);
  }

  /**
   * Does one piece of work and settles it. An error is logged and leaves the lease to run out, so the work comes again
   * by itself: that is the answer to bugs, not to failures that the handler knows.
   */
  protected abstract handle(claim: WorkClaim): Promise<unknown>;

  onApplicationBootstrap(): void {
    this.#loop ??= this.#run();
  }

  /** Takes no new work and waits for what is running. */
  async onModuleDestroy(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#loop;
    await Promise.all(this.#running);
  }

  /** Asks for due work now instead of at the next poll; call it after a commit that made something due. */
  wake(): void {
    this.#pause.end();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const free = this.options.concurrency - this.#running.size;
      const claims = free > 0 ? await this.#claim(free) : [];
      for (const claim of claims) this.#begin(claim);
      // A full batch means that there may be more; otherwise wait for the poll, a wake-up or a finished piece.
      if (claims.length < free || free === 0) await this.#pause.wait(this.options.pollMs ?? 1_000);
    }
  }

  async #claim(limit: number): Promise<WorkClaim[]> {
    try {
      const { work, leaseSeconds } = this.options;
      return await claimDue(this.routing, this.unitOfWork, work, { limit, leaseSeconds, turns: this.#turns });
    } catch (error) {
      this.#logger.warn({ err: error }, 'Due work could not be claimed; trying again');
      return [];
    }
  }

  #begin(claim: WorkClaim): void {
    this.#turns.begun(claim.orgId);
    const piece = runInContext(claim.cause ?? { correlationId: newId() }, () => this.handle(claim))
      .then(() => undefined)
      .catch((error: unknown) => this.#logger.error({ err: error, workId: claim.id }, 'A piece of due work failed'))
      .finally(() => {
        this.#running.delete(piece);
        this.#turns.ended(claim.orgId);
        this.wake();
      });
    this.#running.add(piece);
  }
}
