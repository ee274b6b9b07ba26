import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeAtomically } from '../system/files';
import type { FromGuardian, GuardedProgram, PidRecord } from './messages';

const stopTimeoutMs = 15_000;
const slowestRestartMs = 5_000;

/** One program in the guardian's care: started, started again after a crash once it is kept, stopped in the end. */
export class GuardedProcess {
  private child: ChildProcess | undefined;
  private kept = false;
  private stopping = false;
  private restarts = 0;

  constructor(
    private readonly program: GuardedProgram,
    private readonly report: (message: FromGuardian) => void,
  ) {}

  get name(): string {
    return this.program.name;
  }

  /** What keeps it from starting is reported, never thrown: the guardian must outlive it to end the others. */
  start(): void {
    try {
      this.spawn();
    } catch (error) {
      this.fail(error as Error);
    }
  }

  keep(): void {
    this.kept = true;
  }

  /** Resolves when the program has ended, whatever it takes. */
  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const ended = new Promise<true>((resolve) => child.once('exit', () => resolve(true)));
    for (const signal of [this.program.stopSignal, this.program.lastResort, 'SIGKILL'] as const) {
      child.kill(signal);
      const timer = new AbortController();
      const late = sleep(stopTimeoutMs, false, { signal: timer.signal }).catch(() => false);
      const done = await Promise.race([ended, late]);
      timer.abort();
      if (done) return;
    }
  }

  private spawn(): void {
    const { program } = this;
    const log = openSync(program.log, 'a', 0o600);
    const startedAt = Date.now();
    const child = spawn(program.command, program.args, {
      cwd: program.cwd,
      env: program.env,
      ...program.user,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.child = child;
    child.once('error', (error) => this.fail(error));
    child.once('spawn', () => this.onSpawn(child));
    child.once('exit', (code, signal) => {
      rmSync(program.pidFile, { force: true });
      this.report({ type: 'exited', name: this.name, code, signal });
      // A program that ran for a minute has proved that it can: the next restart is quick again.
      if (Date.now() - startedAt > 60_000) this.restarts = 0;
      void this.maybeRestart();
    });
  }

  private onSpawn(child: ChildProcess): void {
    const { mark, stopSignal, lastResort, pidFile } = this.program;
    const pid = child.pid ?? 0;
    const record: PidRecord = { pid, mark, stopSignal };
    try {
      writeAtomically(pidFile, JSON.stringify(record));
    } catch (error) {
      // Nobody could find it again to end it, should the guardian be killed.
      this.report({ type: 'failed', name: this.name, reason: (error as Error).message });
      child.kill(lastResort);
      return;
    }
    this.report({ type: 'started', name: this.name, pid, again: this.restarts > 0 });
  }

  private fail(error: Error): void {
    this.report({ type: 'failed', name: this.name, reason: error.message });
    void this.maybeRestart();
  }

  private async maybeRestart(): Promise<void> {
    if (!this.kept || this.stopping) return;
    // PostgreSQL refuses to start while its killed predecessor has not been reaped, so the first pause is not zero.
    const pause = Math.min(slowestRestartMs, 500 * 2 ** this.restarts);
    this.restarts += 1;
    await sleep(pause);
    if (!this.stopping) this.start();
  }
}
