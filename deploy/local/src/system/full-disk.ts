import { existsSync, statfsSync } from 'node:fs';
import type { Home } from '../home';
import { PostgresCluster } from '../postgres/cluster';
import { explainSystemError, noSpace, StartError } from '../start-error';

/** With less than this no server writes its next segment. */
const leastBytes = 2 * 1024 * 1024;

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/**
 * A full disk shows in a dozen ways, by whoever writes next: a migration that loses its connection, a broker that ends without
 * a word because it could not write its log either, a service that is not ready in time. So after any failure the disk itself
 * is asked. Other errors pass unchanged.
 */
export function explainFullDisk(error: unknown, home: Home): unknown {
  const folders = [home.root, new PostgresCluster(home, 0).dataFolder].filter((folder) => existsSync(folder));
  const full = folders.find((folder) => freeBytes(folder) < leastBytes);
  const told =
    error instanceof Error ? `${error.message} ${(error as NodeJS.ErrnoException).code ?? ''}` : String(error);
  if (error instanceof StartError && error.problem.startsWith('The disk')) return error;
  if (full === undefined && !noSpace.test(told)) return error;
  return explainSystemError({ code: 'ENOSPC', cause: error }, full ?? home.root);
}
