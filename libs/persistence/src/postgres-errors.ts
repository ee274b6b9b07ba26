/** The server refused to serialize this transaction; doing it again from its start is right and expected. */
const serialization = new Set(['40001', '40P01']);

/**
 * The database, not the statement, is in trouble: connection lost (08), resources or disk gone (53), the server is
 * starting, stopping or failing over (57P), input or output error (58), lock not available, read-only standby.
 */
const unavailable = /^(08...|53...|57P0[1-5]|58...|55P03|25006)$/;
const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** node-postgres and its pool report these without any code. */
const driverMessages =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout|timeout exceeded when trying to connect|timeout expired|Connection ended unexpectedly)/;

/** The transaction ended in an unknown way or cannot go on, since its connection is gone. */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';
}

/** A statement failed and its error was swallowed: PostgreSQL would have answered the COMMIT with a silent ROLLBACK. */
export class TransactionAbortedError extends Error {
  override readonly name = 'TransactionAbortedError';
}

export function isSerializationFailure(error: unknown): boolean {
  return chainOf(error).some(({ code }) => typeof code === 'string' && serialization.has(code));
}

export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return chainOf(error).some(
    (link) => link.code === '23505' && (constraint === undefined || link.constraint === constraint),
  );
}

/** True when waiting is the cure: the connection or the server failed, or two transactions got in each other's way. */
export function isTransientDatabaseError(error: unknown): boolean {
  return chainOf(error).some((link) => {
    if (link instanceof ConnectionLostError) return true;
    if (typeof link.code === 'string') {
      if (serialization.has(link.code) || unavailable.test(link.code) || network.has(link.code)) return true;
    }
    return typeof link.message === 'string' && driverMessages.test(link.message);
  });
}

/** The SQLSTATE of an error, if PostgreSQL gave one. */
export function sqlState(error: unknown): string | undefined {
  const code = chainOf(error).find((link) => typeof link.code === 'string' && /^[0-9A-Z]{5}$/.test(link.code))?.code;
  return typeof code === 'string' ? code : undefined;
}

interface ErrorLink {
  code?: unknown;
  message?: unknown;
  constraint?: unknown;
  cause?: unknown;
  driverError?: unknown;
}

/** The error, the driver's error that TypeORM wrapped, and the causes below; at most ten links. */
function chainOf(error: unknown): ErrorLink[] {
  const links: ErrorLink[] = [];
  let next: unknown = error;
  while (typeof next === 'object' && next !== null && links.length < 10) {
    const link: ErrorLink = next;
    links.push(link);
    next = link.driverError ?? link.cause;
  }
  return links;
}
