import { newId } from '@creator-connect/contracts';
import { runInContext } from '@creator-connect/observability';
import { Logger } from '@nestjs/common';
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
  /**
   * Does one piece of work and settles it. An error is logged and leaves the lease to run out, so the work comes again
   * by itself: that is the answer to bugs, not to failures that the handler knows.
   */
  handle(claim: WorkClaim): Promise<unknown>;
}

/** Does due work over and over until stopped, with as many pieces at once as allowed; several replicas share the work. */
export class DueWorker {
  private readonly logger: Logger;
  private readonly running = new Set<Promise<void>>();
  private stopped = false;
  private wakeUp: (() => void) | undefined;
  private loop: Promise<void> | undefined;

  constructor(
    private readonly routing: RoutingPool,
    private readonly unitOfWork: UnitOfWork,
    private readonly options: DueWorkerOptions,
  ) {
    this.logger = new Logger(`DueWorker:${options.work.table}`);
  }

  start(): void {
    this.loop ??= this.run();
  }

  /** Asks for due work now instead of at the next poll; call it after a commit that made something due. */
  wake(): void {
    this.wakeUp?.();
  }

  /** Takes no new work and waits for what is running. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.loop;
    await Promise.all(this.running);
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const free = this.options.concurrency - this.running.size;
      const claims = free > 0 ? await this.claim(free) : [];
      for (const claim of claims) this.begin(claim);
      // A full batch means that there may be more; otherwise wait for the poll, a wake-up or a finished piece.
      if (claims.length < free || free === 0) await this.pause();
    }
  }

  private async claim(limit: number): Promise<WorkClaim[]> {
    try {
      const { work, leaseSeconds } = this.options;
      return await claimDue(this.routing, this.unitOfWork, work, { limit, leaseSeconds });
    } catch (error) {
      this.logger.warn({ err: error }, 'Due work could not be claimed; trying again');
      return [];
    }
  }

  private begin(claim: WorkClaim): void {
    const piece = runInContext(claim.cause ?? { correlationId: newId() }, () => this.options.handle(claim))
      .then(() => undefined)
      .catch((error: unknown) => this.logger.error({ err: error, workId: claim.id }, 'A piece of due work failed'))
      .finally(() => {
        this.running.delete(piece);
        this.wake();
      });
    this.running.add(piece);
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.options.pollMs ?? 1_000);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
