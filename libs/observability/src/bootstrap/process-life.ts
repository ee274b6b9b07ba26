import type { INestApplication } from '@nestjs/common';
import { ConfigError } from '../config/load-config';
import { redactText } from '../logging/redact';
import type { NestLogger } from '../logging/logger';
import { checkNode } from './node-line';

/** A shutdown that hangs longer than this is cut off; what was not done is done again by whoever takes over. */
const drainMs = 25_000;

/** Tells the runner that forked this process. */
export function tellParent(message: { type: 'ready'; port: number }): void {
  if (process.connected) process.send?.(message);
}

/** SIGTERM and SIGINT drain and end with exit code 0 (Nest alone would end by the signal itself). */
export function exitCleanly(app: INestApplication, logger: NestLogger): void {
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  const limit = () => {
    setTimeout(() => {
      logger.error('The shutdown took too long and is cut off', 'Service');
      process.exit(1);
    }, drainMs).unref();
  };
  process.once('SIGTERM', limit);
  process.once('SIGINT', limit);
}

/** A supervised process must not outlive its supervisor, however and whenever that one died. */
export function endWithParent(app: INestApplication, close: () => void): void {
  if (process.env['CONNECT_SUPERVISED'] !== '1') return;
  const end = () => {
    close();
    setTimeout(() => process.exit(1), drainMs).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  if (process.connected) process.once('disconnect', end);
  else end();
}

/**
 * Runs a service's `main`. A start that fails, and later an error that nobody caught, says why in one place and ends the
 * process with exit code 1. Node's own report would print the error with all its fields, a token among them perhaps.
 */
export async function runService(main: () => Promise<unknown>): Promise<void> {
  process.on('uncaughtException', die);
  try {
    checkNode(process.env, process.version, new Date(), (fault) => process.stderr.write(`${fault}\n`));
    await main();
  } catch (error) {
    die(error);
  }
}

function die(error: unknown): void {
  process.stderr.write(`${redactText(tell(error))}\n`);
  process.exit(1);
}

function tell(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  return `${error.stack ?? error.message}${error.cause === undefined ? '' : `\nCaused by: ${tell(error.cause)}`}`;
}
