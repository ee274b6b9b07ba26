import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const hasProc = read('/proc/self/stat') !== undefined;

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

/** A killed process that nobody has waited for yet still answers to signal 0; it does not count as alive. */
function isZombie(pid: number): boolean {
  if (!hasProc) return ps(pid, 'stat')?.startsWith('Z') ?? false;
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).startsWith('Z') ?? false;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

/** The command line, blank-separated; undefined when the process is gone. */
export function commandLine(pid: number): string | undefined {
  if (!hasProc) return ps(pid, 'command');
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim();
}

/** Process ids are reused: only one whose command line carries our mark is ours. */
export function isOurs(pid: number, mark: string): boolean {
  return isAlive(pid) && (commandLine(pid)?.includes(mark) ?? false);
}

function statusField(pid: number, field: string): number {
  const kilobytes = read(`/proc/${pid}/status`)?.match(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

function childrenOf(pid: number): number[] {
  const children: number[] = [];
  try {
    for (const task of readdirSync(`/proc/${pid}/task`)) {
      const text = read(`/proc/${pid}/task/${task}/children`) ?? '';
      children.push(...text.trim().split(' ').filter(Boolean).map(Number));
    }
  } catch {
    // The process ended between two looks.
  }
  return children;
}

/** Resident memory in bytes. */
export function residentBytes(pid: number): number {
  return hasProc ? statusField(pid, 'VmRSS') : Number(ps(pid, 'rss') ?? 0) * 1024;
}

/**
 * Resident memory of a process and its children. Children are counted by their own pages only: PostgreSQL's backends
 * share one block of memory, which would otherwise be counted once for each of them.
 */
export function residentBytesWithChildren(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + statusField(child, 'RssAnon'), residentBytes(pid));
}

export async function waitUntilGone(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

/** Asks a process to end and, when it does not within the time, ends it. */
export async function endProcess(pid: number, signal: NodeJS.Signals, timeoutMs: number): Promise<void> {
  for (const step of [signal, 'SIGKILL'] as const) {
    try {
      process.kill(pid, step);
    } catch {
      return;
    }
    if (await waitUntilGone(pid, timeoutMs)) return;
  }
}
