import { Logger } from '@nestjs/common';
import { PeriodicTask } from './periodic-task';

class Sweeping extends PeriodicTask {
  runs: PromiseWithResolvers<void>[] = [];

  constructor() {
    super({ everyMs: 1_000, failed: 'it waits' });
  }

  override run(): Promise<void> {
    const run = Promise.withResolvers<void>();
    this.runs.push(run);
    return run.promise;
  }
}

describe('a periodic task', () => {
  let task: Sweeping;

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(() => {
    jest.useFakeTimers();
    task = new Sweeping();
    task.onApplicationBootstrap();
  });
  afterEach(() => {
    task.onModuleDestroy();
    jest.useRealTimers();
  });

  it('is not overtaken by its next run', async () => {
    await jest.advanceTimersByTimeAsync(3_000);
    expect(task.runs).toHaveLength(1);
    task.runs[0]!.resolve();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(task.runs).toHaveLength(2);
  });

  it('comes again after one that failed, and no more after its end', async () => {
    await jest.advanceTimersByTimeAsync(1_000);
    task.runs[0]!.reject(new Error('away'));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(task.runs).toHaveLength(2);
    task.runs[1]!.resolve();
    task.onModuleDestroy();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(task.runs).toHaveLength(2);
  });
});
