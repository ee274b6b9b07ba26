import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GuardedProgram } from '../guardian/messages';
import type { Home } from '../home';
import { explainSystemError, noSpace, StartError } from '../start-error';
import { tail, writeAtomically } from '../system/files';
import { endProcess, isAlive, isOurs } from '../system/process-info';
import { unprivilegedUser, type RunAs } from '../system/run-as';
import { findPostgres, reachableFolder, type PostgresBinaries } from './binaries';

export const postgresSuperuser = 'postgres';

const majorVersion = '18';

/**
 * Error texts of PostgreSQL repeat the failing row or statement; terse messages without the statement keep personal
 * data and sealed tokens out of the log file.
 */
const settings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '200',
  shared_buffers: '64MB',
  dynamic_shared_memory_type: 'posix',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_timezone: 'UTC',
  timezone: 'UTC',
};

/** For tests only: a crash of the machine may cost the data, nothing else may. */
const throwAwaySettings: Record<string, string> = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/** The piece of the command line that only a server on this folder has. */
function mark(folder: string): string {
  return `-D ${folder} `;
}

/** A PostgreSQL server whose binaries come from the npm package and whose data folder is ours. */
export class PostgresCluster {
  private readonly user: RunAs | undefined = unprivilegedUser();
  private binaries: PostgresBinaries | undefined;

  constructor(
    private readonly home: Home,
    private readonly port: number,
    private readonly options: { throwAway: boolean } = { throwAway: false },
  ) {}

  get dataFolder(): string {
    return reachableFolder(join(this.home.root, 'postgres'), this.home.id, this.user);
  }

  get logFile(): string {
    return this.home.log('postgres');
  }

  get password(): string {
    const path = join(this.home.secrets, 'postgres-superuser');
    if (!existsSync(path)) writeAtomically(path, randomBytes(24).toString('base64url'));
    return readFileSync(path, 'utf8');
  }

  url(database: string): string {
    return `postgres://${postgresSuperuser}:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Makes the data folder when there is none: beside its place, and moved there only when it is complete. */
  async prepare(signal: AbortSignal): Promise<GuardedProgram> {
    this.binaries = findPostgres(this.user);
    const folder = this.dataFolder;
    if (existsSync(folder)) {
      this.requireHealthyFolder(folder);
      await this.clearStaleLock(folder);
    } else await this.initialise(folder, signal);
    return this.program(folder);
  }

  private requireHealthyFolder(folder: string): void {
    const versionFile = join(folder, 'PG_VERSION');
    const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : undefined;
    if (version === majorVersion && existsSync(join(folder, 'global', 'pg_control'))) return;
    const reason =
      version === undefined || version === majorVersion ? 'is broken' : `was made by PostgreSQL ${version}`;
    throw new StartError(
      `The database folder ${folder} ${reason}.`,
      'Put a backup in its place, or start afresh with npm run reset.',
    );
  }

  /**
   * A server that outlived its guardian is ended. A lock whose process id now belongs to another program would keep
   * PostgreSQL from starting for ever, so such a lock is removed; every other one PostgreSQL judges itself.
   */
  private async clearStaleLock(folder: string): Promise<void> {
    const lock = join(folder, 'postmaster.pid');
    if (!existsSync(lock)) return;
    const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
    if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
    if (isOurs(pid, mark(folder))) await endProcess(pid, 'SIGINT', 15_000);
    else rmSync(lock, { force: true });
  }

  private async initialise(folder: string, signal: AbortSignal): Promise<void> {
    const fresh = `${folder}.new`;
    const passwordFile = `${folder}.password`;
    rmSync(fresh, { recursive: true, force: true });
    try {
      mkdirSync(fresh, { mode: 0o700 });
      writeFileSync(passwordFile, this.password, { mode: 0o600 });
      if (this.user !== undefined) {
        chownSync(fresh, this.user.uid, this.user.gid);
        chownSync(passwordFile, this.user.uid, this.user.gid);
      }
      await this.runInitdb(fresh, passwordFile, signal);
      renameSync(fresh, folder);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true });
      throw explainSystemError(error, folder);
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  private async runInitdb(folder: string, passwordFile: string, signal: AbortSignal): Promise<void> {
    const args = ['-D', folder, '-U', postgresSuperuser, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    args.push('--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
    if (this.options.throwAway) args.push('--no-sync');
    const child = spawn(this.binaries?.initdb ?? '', args, { ...this.user, cwd: '/', env: {}, signal });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    let failure: Error | undefined;
    child.once('error', (error) => (failure = error));
    const code = await new Promise((resolve) => child.once('close', resolve));
    // Thrown only now: an interrupted initdb still writes until it has ended.
    if (failure !== undefined) throw failure;
    if (code === 0) return;
    throw this.explain(output) ?? new Error(`initdb ended with code ${String(code)}: ${output.trim()}`);
  }

  private program(folder: string): GuardedProgram {
    const all = { ...settings, port: String(this.port), ...(this.options.throwAway ? throwAwaySettings : {}) };
    return {
      name: 'postgres',
      command: this.binaries?.postgres ?? '',
      args: ['-D', folder, ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
      env: {},
      cwd: '/',
      user: this.user,
      log: this.logFile,
      mark: mark(folder),
      // "Fast": running transactions are rolled back, the data folder is left complete.
      stopSignal: 'SIGINT',
      lastResort: 'SIGQUIT',
      pidFile: join(this.home.pids, 'postgres.json'),
    };
  }

  /** Why the server did not start, from the end of its log; undefined when it is nothing known. */
  explainLog(): StartError {
    return (
      this.explain(tail(this.logFile)) ??
      new StartError(
        `PostgreSQL does not start with the folder ${this.dataFolder}; the reason is at the end of ${this.logFile}.`,
        'Put a backup in its place, or start afresh with npm run reset.',
      )
    );
  }

  waitsForPredecessor(): boolean {
    const last = tail(this.logFile, 600);
    return /lock file "postmaster.pid" already exists|shared memory block .* is still in use/.test(last);
  }

  private explain(output: string): StartError | undefined {
    const last = output.split('\n').slice(-12).join('\n');
    if (noSpace.test(last)) {
      return new StartError(
        `The disk that holds ${this.dataFolder} is full.`,
        'Free some space, or point CONNECT_HOME at a folder on another disk.',
      );
    }
    if (/could not bind|Address already in use/.test(last)) {
      return new StartError(
        `Port ${this.port} (postgres) is in use.`,
        'End the program that holds it, or move this system: PORT_BASE=5400 npm start.',
      );
    }
    return undefined;
  }
}
