import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';

/**
 * Work that goes on after the answer, where the time an answer takes would tell whether somebody exists. Failures are
 * logged with the task's name only: its arguments are personal.
 */
@Injectable()
export class Background implements OnApplicationShutdown {
  private readonly logger = new Logger(Background.name);
  private readonly running = new Set<Promise<void>>();

  run(task: string, work: () => Promise<void>): void {
    const run = work()
      .catch((error: unknown) => this.logger.warn({ task, err: error }, 'background task failed'))
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.running);
  }
}
