import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const checkout = resolve(__dirname, '..', '..');

export interface SystemStatus {
  ready: boolean;
  addresses: Record<string, string>;
  logins: { role: string; email?: string; password?: string }[];
  processes: { name: string; pid: number; port: number | null; rss: number }[];
}

/** Folder and ports for programs that nobody else sees. */
export class Place {
  readonly home = mkdtempSync(join(tmpdir(), 'creator-connect-bench-'));

  private constructor(
    readonly portBase: number,
    readonly limits: Record<string, string>,
  ) {
    // As root PostgreSQL runs as another user, who has to reach the data folder inside.
    chmodSync(this.home, 0o711);
  }

  static async create(limits: Record<string, string> = noLimits): Promise<Place> {
    for (;;) {
      const base = 12_000 + Math.floor(Math.random() * 1_000) * 20;
      const free = await Promise.all(Array.from({ length: 20 }, (_, offset) => isFree(base + offset)));
      if (free.every(Boolean)) return new Place(base, limits);
    }
  }

  get infrastructure(): { databaseUrl: string; brokers: string[] } {
    const file = join(this.home, 'secrets', 'infrastructure.json');
    return JSON.parse(readFileSync(file, 'utf8')) as { databaseUrl: string; brokers: string[] };
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** One reader asks as fast as it can: what protects an installation from that would be all that is measured. */
const noLimits = { LIMIT_REQUESTS_PER_MINUTE: '100000000', LIMIT_ORGANISATION_REQUESTS_PER_MINUTE: '100000000' };

/** A day where an installation is left alone; short enough here that what nobody tells can be waited for. */
export const sweepSeconds = 10;

/** A program of the local runner, started as a person would start it. */
export class Program {
  output = '';
  notes = '';
  readonly #ended: Promise<number | null>;

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.notes += chunk.toString()));
    this.#ended = new Promise((done) => child.once('close', done));
  }

  static start(place: Place, script: string, args: string[] = [], folder = checkout): Program {
    const { DATABASE_URL: _url, KAFKA_BROKERS: _brokers, ...env } = process.env;
    return new Program(
      spawn(process.execPath, [join(folder, 'deploy', 'local', 'bin', `${script}.mjs`), ...args], {
        cwd: folder,
        env: {
          ...env,
          ...place.limits,
          VERIFY_EVERY_HOURS: String(sweepSeconds / 3600),
          CONNECT_HOME: place.home,
          PORT_BASE: String(place.portBase),
        },
        // The channel ends it with us, however we end.
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      }),
    );
  }

  async says(word: string): Promise<void> {
    let over = false;
    void this.#ended.then(() => (over = true));
    while (!this.output.includes(word)) {
      if (over) throw new Error(`It ended before it was ready: ${this.notes || this.output}`);
      await new Promise((wait) => setTimeout(wait, 20));
    }
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.#ended;
  }
}

export interface StartedSystem {
  status: SystemStatus;
  seconds: number;
  /** Of that, until PostgreSQL and Kafka served: what would be there without us. */
  serversSeconds: number;
  stop(): Promise<void>;
}

export async function startSystem(place: Place, args: string[] = [], folder = checkout): Promise<StartedSystem> {
  const began = performance.now();
  const program = Program.start(place, 'start', ['--json', ...args], folder);
  try {
    await program.says('}\n');
  } catch (error) {
    await program.stop();
    throw error;
  }
  return {
    status: JSON.parse(program.output) as SystemStatus,
    seconds: (performance.now() - began) / 1000,
    serversSeconds: Number(/PostgreSQL and Kafka: done \(([\d.]+) s\)/.exec(program.notes)?.[1]),
    stop: () => program.stop(),
  };
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => done(true)));
  });
}
