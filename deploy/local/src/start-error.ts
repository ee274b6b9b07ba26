/**
 * A fault that the person at the keyboard can mend: one sentence of what is wrong, one of what to do. Everything else
 * that is thrown is a bug of the runner and keeps its stack.
 */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(
    readonly problem: string,
    readonly wayOut: string,
    options?: ErrorOptions,
  ) {
    super(`${problem} ${wayOut}`, options);
  }
}

/** The words in which PostgreSQL, the JVM and Node say that a disk or a quota is full. */
export const noSpace =
  /No space left on device|Disk quota exceeded|Check free disk space|wrote only \d+ of \d+ bytes|ENOSPC|EDQUOT/;

const systemFaults: Record<string, (path: string) => StartError> = {
  ENOSPC: (path) =>
    new StartError(
      `The disk that holds ${path} is full.`,
      'Free some space, or point CONNECT_HOME at a folder on another disk.',
    ),
  EDQUOT: (path) =>
    new StartError(
      `The disk quota for ${path} is used up.`,
      'Free some space, or point CONNECT_HOME at a folder on another disk.',
    ),
  EROFS: (path) =>
    new StartError(`${path} lies on a read-only disk.`, 'Point CONNECT_HOME at a folder that can be written.'),
  EACCES: (path) =>
    new StartError(`${path} may not be written by this user.`, 'Point CONNECT_HOME at a folder that can be written.'),
};

/** Turns the operating system's error codes into a sentence; other errors pass unchanged. */
export function explainSystemError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === undefined ? error : (systemFaults[code]?.(path) ?? error);
}
