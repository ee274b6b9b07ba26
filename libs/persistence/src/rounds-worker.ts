import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Pause } from './pause';

export interface RoundsWorkerOptions {
  /** Between rounds that left nothing to do. */
  pauseMs: number;
  /** What the log says of a round that failed; the next one comes after a pause. */
  failed: string;
}

/**
 * Goes round over and over from the start of the application to its end. What is left to do is read from rows, so that any
 * number of replicas may do it and one that dies leaves nothing behind; work that has a due time and a lease is a DueWorker's.
 */
export abstract class RoundsWorker implements OnApplicationBootstrap, OnModuleDestroy {
  protected readonly logger = new Logger(this.constructor.name);
  readonly #pause = new Pause();
  #isStopped = false;
  #loop: Promise<void> | undefined;

  constructor(private readonly options: RoundsWorkerOptions) {}

  /** True where there may be more to do at once. */
  protected abstract round(): Promise<boolean>;

  /** For a long round: it may end where it is. */
  protected get isStopped(): boolean {
    return this.#isStopped;
  }

  onApplicationBootstrap(): void {
    this.#loop = this.#run();
  }

  /** Waits for the round that is under way. */
  async onModuleDestroy(): Promise<void> {
    this.#isStopped = true;
    this.#pause.end();
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      const isMore = await this.round().catch((err: unknown) => {
        this.logger.warn({ err }, this.options.failed);
        return false;
      });
      if (!isMore) await this.#pause.wait(this.options.pauseMs);
    }
  }
}
