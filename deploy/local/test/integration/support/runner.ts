import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePortBase, portsFrom, type Ports } from '../../../src/ports';
import { isAlive } from '../../../src/system/process-info';

const cli = resolve(__dirname, '..', '..', '..', 'dist', 'cli.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One run of the command line program, in a process of its own as everywhere else. */
export class Run {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ended>;

  constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = new Promise((resolve) =>
      child.once('close', (code) => resolve({ code, stdout: this.stdout, stderr: this.stderr })),
    );
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Resolves when it has said the word on standard output; fails with what it said instead when it ends. */
  async says(word: string): Promise<string> {
    let over = false;
    void this.ended.then(() => (over = true));
    while (!this.stdout.includes(word)) {
      if (over) throw new Error(`It ended without saying "${word}": ${this.stdout}${this.stderr}`);
      await sleep(50);
    }
    return this.stdout;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

/** A home and ports of its own for one test file. */
export class Sandboxed {
  readonly home = mkdtempSync(join(tmpdir(), 'connect-runner-'));

  private constructor(
    readonly base: number,
    readonly ports: Ports,
  ) {
    // As root PostgreSQL runs as another user, who has to reach the data folder inside.
    chmodSync(this.home, 0o711);
  }

  static async create(): Promise<Sandboxed> {
    const base = await findFreePortBase();
    return new Sandboxed(base, portsFrom(base));
  }

  run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
    const { DATABASE_URL: _url, KAFKA_BROKERS: _brokers, ...rest } = process.env;
    const own = { CONNECT_HOME: this.home, PORT_BASE: String(this.base), CONNECT_INFRASTRUCTURE: 'embedded' };
    return new Run(
      spawn(process.execPath, ['--disable-warning=TimeoutNegativeWarning', cli, ...args], {
        env: { ...rest, ...own, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  /** The process ids that the runner has written down, by name. */
  pids(): Record<string, number> {
    const folder = join(this.home, 'pids');
    if (!existsSync(folder)) return {};
    const read = (file: string) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { pid: number }).pid;
    return Object.fromEntries(readdirSync(folder).map((file) => [file.replace('.json', ''), read(file)]));
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

export async function allGone(pids: readonly number[], timeoutMs = 20_000): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (pids.some(isAlive)) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}
