import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

const entry = join(__dirname, 'rotation-process.ts');
const hook = join(__dirname, '../../../../libs/messaging/test/integration/swc-hook.cjs');

/** Processes that renew tokens, are killed, and come back. */
export class Replicas {
  readonly kills: number[] = [];
  private readonly children: ChildProcess[];
  private ending = false;

  constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly count: number,
  ) {
    this.children = [];
  }

  /** Resolves when all of them work, rejects when one cannot. */
  async start(): Promise<void> {
    await Promise.all(Array.from({ length: this.count }, (_, slot) => this.spawn(slot)));
  }

  /** `kill -9`, whatever it is doing; another one takes its place. */
  kill(slot: number): void {
    const child = this.children[slot];
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    this.kills.push(Date.now());
    child.kill('SIGKILL');
    this.spawn(slot).catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.ending = true;
    await Promise.all(
      this.children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await ended;
      }),
    );
  }

  private async spawn(slot: number): Promise<void> {
    if (this.ending) return;
    const child = fork(entry, {
      execArgv: ['--conditions=development', '--require', hook, '--no-warnings'],
      env: { ...process.env, ...this.env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.children[slot] = child;
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', () =>
        this.ending || child.signalCode !== null
          ? resolve()
          : reject(new Error('A process ended before it was ready; its reason is above')),
      );
    });
  }
}
