import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EventEmitter } from 'node:events';
import { checkout, type Home } from '../home';
import { writeAtomically } from '../system/files';
import type { FromGuardian, GuardedProgram, PidRecord, ToGuardian } from './messages';

export interface GuardianEvents {
  started: [name: string, pid: number, again: boolean];
  exited: [name: string, how: string];
  lost: [];
  stopping: [];
}

/** The compiled entry: the guardian must outlive whatever tool runs the runner, so it never runs from source. */
const entry = join(checkout, 'deploy', 'local', 'dist', 'guardian', 'main.js');

export const guardianPidFile = 'guardian.json';

/** The runner's side of the guardian. */
export class Guardian extends EventEmitter<GuardianEvents> {
  private readonly child: ChildProcess;
  private readonly pids = new Map<string, number>();
  private stopped = false;

  constructor(private readonly home: Home) {
    super();
    if (!existsSync(entry)) throw new Error(`${entry} is missing: run npm run build first.`);
    const { mark } = home;
    this.child = fork(entry, [mark], {
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: ['--max-semi-space-size=1', '--max-old-space-size=32'],
    });
    const record: PidRecord = { pid: this.pid, mark, stopSignal: 'SIGTERM' };
    writeAtomically(this.pidFile, JSON.stringify(record));
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
   * before that, and when the guardian is stopped meanwhile. From then on the guardian keeps the program running.
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
    const onStop = (): void => over.abort(new Error(`${program.name} was stopped while it started.`));
    if (this.stopped) onStop();
    const ended = new Promise<never>((_, reject) => {
      if (over.signal.aborted) reject(over.signal.reason as Error);
      over.signal.addEventListener('abort', () => reject(over.signal.reason as Error));
    });
    this.on('exited', onExit).on('stopping', onStop);
    try {
      this.send({ type: 'run', program });
      await Promise.race([ready(over.signal), ended]);
      this.send({ type: 'keep', name: program.name });
    } finally {
      this.off('exited', onExit).off('stopping', onStop);
      // A check that is still going on gives up, whatever the reason; nobody waits for its answer.
      ended.catch(() => undefined);
      over.abort(new Error('The wait is over.'));
    }
  }

  /** Resolves when every program and the guardian itself have ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.emit('stopping');
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
      this.send({ type: 'stop' });
      await ended;
    }
    rmSync(this.pidFile, { force: true });
  }

  private get pidFile(): string {
    return join(this.home.pids, guardianPidFile);
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
