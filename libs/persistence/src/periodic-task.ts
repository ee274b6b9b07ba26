import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

export interface PeriodicTaskOptions {
  everyMs: number;
  /** What the log says where it failed; it is tried again at the next time. */
  failed: string;
}

/**
 * Cleaning up from time to time: nothing depends on when, and the process does not stay for it. A run that takes longer than the
 * time between two is not overtaken: the next one waits for the time after it.
 */
export abstract class PeriodicTask implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger(this.constructor.name);
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;

  constructor(private readonly options: PeriodicTaskOptions) {}

  abstract run(): Promise<unknown>;

  onApplicationBootstrap(): void {
    const { everyMs, failed } = this.options;
    this.#timer = setInterval(() => {
      if (this.#isRunning) return;
      this.#isRunning = true;
      this.run()
        .catch((error: unknown) => this.#logger.warn({ err: error }, failed))
        .finally(() => (this.#isRunning = false));
    }, everyMs);
    this.#timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }
}
