import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PidRecord } from '../guardian/messages';
import type { Home } from '../home';
import { StartError } from '../start-error';
import { rotateLog, writeAtomically } from '../system/files';
import { reasonFrom } from './log-reason';

export interface ServiceCommand {
  readonly name: string;
  readonly entry: string;
  readonly port: number;
  readonly env: Record<string, string>;
}

/** Measured: 133 MB instead of 170 MB per service; kafkajs computes negative timeouts on Node 24. */
const nodeFlags = ['--max-semi-space-size=2', '--max-old-space-size=128', '--disable-warning=TimeoutNegativeWarning'];

const readyTimeoutMs = 120_000;
/** A service drains within 25 s. */
const stopTimeoutMs = 30_000;
const slowestRestartMs = 30_000;

export interface ServiceWatcher {
  /** Told in one line what the person should know: that a service ended and is started again. */
  notice(text: string): void;
  /** The process id or the readiness of a service has changed. */
  changed(): void;
}

/** One service: started, started again after a crash, stopped. It ends by itself when this process dies. */
export class ServiceProcess {
  private child: ChildProcess | undefined;
  private restarts = 0;
  private stopping = false;
  private wake = new AbortController();
  ready = false;

  constructor(
    readonly command: ServiceCommand,
    private readonly home: Home,
    private readonly watcher: ServiceWatcher,
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Resolves when the service says that it listens; rejects with the end of its log when it does not get there. */
  async start(): Promise<void> {
    if (this.stopping) throw new Error(`${this.command.name} was stopped before it started.`);
    rotateLog(this.logFile);
    const logStart = existsSync(this.logFile) ? statSync(this.logFile).size : 0;
    const child = this.spawn();
    const outcome = await this.firstWord(child);
    if (this.stopping) throw new Error(`${this.command.name} was stopped while it started.`);
    if (outcome === 'ready') {
      child.once('exit', (code, signal) => void this.restart(signal ?? `code ${String(code)}`));
      this.setReady(true);
      return;
    }
    if (outcome === 'late') child.kill('SIGKILL');
    const reason = reasonFrom(readFileSync(this.logFile, 'utf8').slice(logStart));
    const what = outcome === 'late' ? 'is not ready after two minutes' : 'ended while it started';
    throw new StartError(`${this.command.name} ${what}: ${reason}`, `Its whole log is ${this.logFile}.`);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake.abort();
    const child = this.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
    await ended;
    clearTimeout(kill);
  }

  private get logFile(): string {
    return this.home.log(this.command.name);
  }

  private get pidFile(): string {
    return join(this.home.pids, `${this.command.name}.json`);
  }

  private spawn(): ChildProcess {
    // The home in the command line lets a later start tell this system's services from another's.
    const { mark } = this.home;
    const log = openSync(this.logFile, 'a', 0o600);
    const child = fork(this.command.entry, [mark], {
      execArgv: nodeFlags,
      env: this.command.env,
      // A session of its own: a Ctrl-C in the terminal reaches the runner only, which stops the parts in order.
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.child = child;
    if (child.pid !== undefined) {
      const record: PidRecord = { pid: child.pid, mark, stopSignal: 'SIGTERM' };
      writeAtomically(this.pidFile, JSON.stringify(record));
    }
    child.once('exit', () => {
      rmSync(this.pidFile, { force: true });
      this.setReady(false);
    });
    return child;
  }

  private async firstWord(child: ChildProcess): Promise<'ready' | 'ended' | 'late'> {
    const over = new AbortController();
    const word = new Promise<'ready' | 'ended'>((resolve) => {
      child.on('message', (message: { type?: string }) => {
        if (message.type === 'ready') resolve('ready');
      });
      child.once('exit', () => resolve('ended'));
      child.once('error', () => resolve('ended'));
    });
    const late = sleep(readyTimeoutMs, 'late' as const, { signal: over.signal }).catch(() => 'late' as const);
    const outcome = await Promise.race([word, late]);
    over.abort();
    return outcome;
  }

  private setReady(ready: boolean): void {
    this.ready = ready;
    this.watcher.changed();
  }

  private async restart(how: string): Promise<void> {
    while (!this.stopping) {
      const pause = Math.min(slowestRestartMs, 500 * 2 ** this.restarts);
      this.restarts += 1;
      this.watcher.notice(`${this.command.name} ended by itself (${how}); starting it again in ${pause / 1000} s.`);
      await sleep(pause, undefined, { signal: this.wake.signal }).catch(() => undefined);
      if (this.stopping) return;
      try {
        await this.start();
        const restarts = this.restarts;
        // A service that then runs for a minute has healed: its next restart is quick again.
        setTimeout(() => (this.restarts === restarts ? (this.restarts = 0) : 0), 60_000).unref();
        return;
      } catch {
        how = 'it did not come up';
      }
    }
  }
}
