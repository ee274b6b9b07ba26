import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { explainSystemError } from '../start-error';

/** Writes so that a reader sees the old or the new content, never half of it. */
export function writeAtomically(path: string, content: string, mode = 0o600): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content, { mode });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw explainSystemError(error, path);
  }
}

export function readJson<T>(path: string): T | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

const rotateAboveBytes = 1_000_000;

/** Keeps the last run's log beside the new one once it has grown; called before a program is started. */
export function rotateLog(path: string): void {
  if (existsSync(path) && statSync(path).size > rotateAboveBytes) renameSync(path, `${path}.1`);
}

/** The end of a log file, for a message that must say why a program ended. */
export function tail(path: string, bytes = 4000): string {
  if (!existsSync(path)) return '';
  return readFileSync(path, 'utf8').slice(-bytes);
}
