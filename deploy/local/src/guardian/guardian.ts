import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EventEmitter } from 'node:events';
import { checkout } from '../home';
import type { FromGuardian, GuardedProgram, ToGuardian } from './messages';

export interface GuardianEvents {
  started: [name: string, pid: number, again: boolean];
  exited: [name: string, how: string];
  lost: [];
}

/** The compiled entry: the guardian must outlive whatever tool runs the runner, so it never runs from source. */
const entry = join(checkout, 'deploy', 'local', 'dist', 'guardian', 'main.js');

/** The runner's side of the guardian. */
export class Guardian extends EventEmitter<GuardianEvents> {
  private readonly child: ChildProcess;
  private readonly pids = new Map<string, number>();
  private stopped = false;

  constructor() {
    super();
    if (!existsSync(entry)) throw new Error(`${entry} is missing: run npm run build first.`);
    this.child = fork(entry, [], {
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: ['--max-semi-space-size=1', '--max-old-space-size=32'],
    });
    this.child.on('message', (message: FromGuardian) => this.receive(message));
    this.child.once('exit', () => {
      if (!this.stopped) this.emit('lost');
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  pidOf(name: string): number | undefined {
    return this.pids.get(name);
  }

  /**
   * Starts a program and resolves when `ready` does; rejects with what `explain` makes of it when the program ends
   * before that. From then on the guardian keeps it running.
   */
  async run(
    program: GuardedProgram,
    ready: (signal: AbortSignal) => Promise<void>,
    explain: () => Error,
  ): Promise<void> {
    const over = new AbortController();
    const onExit = (name: string): void => {
      if (name === program.name) over.abort(explain());
    };
    this.on('exited', onExit);
    const ended = new Promise<never>((_, reject) => {
      over.signal.addEventListener('abort', () => reject(over.signal.reason as Error));
    });
    try {
      this.send({ type: 'run', program });
      await Promise.race([ready(over.signal), ended]);
      this.send({ type: 'keep', name: program.name });
    } finally {
      this.off('exited', onExit);
      // Ends a check that is still going on when the program has failed.
      ended.catch(() => undefined);
      if (!over.signal.aborted) over.abort(new Error('The program is ready.'));
    }
  }

  /** Resolves when every program and the guardian itself have ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.send({ type: 'stop' });
    await ended;
  }

  private send(message: ToGuardian): void {
    if (this.child.connected) this.child.send(message);
  }

  private receive(message: FromGuardian): void {
    if (this.stopped) return;
    switch (message.type) {
      case 'started':
        this.pids.set(message.name, message.pid);
        this.emit('started', message.name, message.pid, message.again);
        return;
      case 'exited':
        this.pids.delete(message.name);
        this.emit('exited', message.name, message.signal ?? `code ${String(message.code)}`);
        return;
      case 'failed':
        this.emit('exited', message.name, message.reason);
    }
  }
}
