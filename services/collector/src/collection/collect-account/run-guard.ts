import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '@creator-connect/persistence';
import type { FeedLease } from '../../feeds/domain/feed';
import { FeedRepository } from '../../feeds/persistence/feed.repository';
import { RunOver } from './run-over';

const signals = new AsyncLocalStorage<AbortSignal>();

/** Of the run that asks, for its calls. */
export const runSignal = (): AbortSignal | undefined => signals.getStore();

const lookEveryMs = 1_000;

/**
 * A revocation closes the feed, in this process or another, while a run waits for the platform. Looks at the right of a
 * run from time to time, and cuts its calls once it is lost; what it could still write is refused by the write itself.
 */
@Injectable()
export class RunGuard {
  private readonly logger = new Logger(RunGuard.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feeds: FeedRepository,
  ) {}

  async guard<T>(lease: FeedLease, run: () => Promise<T>): Promise<T> {
    const over = new AbortController();
    let looking: Promise<void> | undefined;
    const timer = setInterval(() => {
      looking ??= this.#look(lease, over).finally(() => (looking = undefined));
    }, lookEveryMs);
    try {
      return await signals.run(over.signal, run);
    } finally {
      clearInterval(timer);
    }
  }

  async #look(lease: FeedLease, over: AbortController): Promise<void> {
    try {
      const may = await this.unitOfWork.tenant(lease.organisationId, (tx) => this.feeds.mayWrite(tx, lease));
      if (!may) over.abort(new RunOver());
    } catch (err) {
      this.logger.warn({ err }, 'whether a run may go on could not be seen');
    }
  }
}
