import type { RunAs } from '../system/run-as';

/** A program that must end with the runner although it knows nothing of it: PostgreSQL and the JVM. */
export interface GuardedProgram {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  readonly cwd: string;
  readonly user?: RunAs | undefined;
  /** Standard output and error are appended here. */
  readonly log: string;
  /** A piece of the command line by which a later start recognises this program as ours. */
  readonly mark: string;
  readonly stopSignal: NodeJS.Signals;
  readonly lastResort: NodeJS.Signals;
  readonly pidFile: string;
}

export interface PidRecord {
  readonly pid: number;
  readonly mark: string;
  readonly stopSignal: NodeJS.Signals;
}

export type ToGuardian =
  | { readonly type: 'run'; readonly program: GuardedProgram }
  /** From now on the program is started again when it ends by itself. */
  | { readonly type: 'keep'; readonly name: string }
  | { readonly type: 'stop' };

export type FromGuardian =
  | { readonly type: 'started'; readonly name: string; readonly pid: number; readonly again: boolean }
  | { readonly type: 'exited'; readonly name: string; readonly code: number | null; readonly signal: string | null }
  | { readonly type: 'failed'; readonly name: string; readonly reason: string };
