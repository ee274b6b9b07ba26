import { type LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { currentContext } from '../context/request-context';
import { redactRecord, redactText } from './redact';

export type { PinoLogger };

/** JSON lines in UTC with the correlation id; secrets are taken out here and not by anybody's memory. */
export function createLogger(service: string, level: string, destination?: DestinationStream): PinoLogger {
  return pino(
    {
      level,
      base: { service },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      mixin: () => ({ correlationId: currentContext().correlationId }),
      formatters: {
        level: (label) => ({ level: label }),
        log: (record) => redactRecord(record) as Record<string, unknown>,
      },
      hooks: {
        logMethod(args, method) {
          const clean = args.map((argument) => (typeof argument === 'string' ? redactText(argument) : argument));
          method.apply(this, clean as Parameters<typeof method>);
        },
      },
    },
    destination ?? pino.destination({ fd: 1, sync: false }),
  );
}

/** Nest's logger on pino. Nest passes (message, ...more, context); an object as message is a structured record. */
export class NestLogger implements LoggerService {
  constructor(readonly pino: PinoLogger) {}

  log(message: unknown, ...more: unknown[]): void {
    this.#write('info', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.#write('warn', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.#write('error', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.#write('fatal', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.#write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.#write('trace', message, more);
  }

  #write(level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace', message: unknown, more: unknown[]): void {
    const texts = more.filter((item): item is string => typeof item === 'string');
    const context = texts.at(-1);
    const record: Record<string, unknown> = { context };
    if (message instanceof Error) record['err'] = message;
    else if (typeof message === 'object' && message !== null) Object.assign(record, message);
    // Nest's own error calls carry the stack as the first text and the context as the last.
    else if (level === 'error' && texts.length > 1) record['stack'] = texts[0];
    const first = texts.length > 1 && level !== 'error' ? texts[0] : undefined;
    this.pino[level](record, typeof message === 'string' ? message : (first ?? ''));
  }
}
