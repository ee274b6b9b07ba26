import { format } from 'node:util';
import { type LoggerService } from '@nestjs/common';
import { pino, type Bindings, type ChildLoggerOptions, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { contextForLog } from '../context/request-context';
import { onlyListed } from './log-fields';
import { redactRecord, redactText } from './redact';

export type { PinoLogger };

/**
 * JSON lines in UTC with the correlation id; secrets, and fields that nobody listed, are taken out here and not by
 * anybody's memory.
 */
export function createLogger(service: string, level: string, destination?: DestinationStream): PinoLogger {
  const logger = pino(
    {
      level,
      base: { service },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      mixin: contextForLog,
      formatters: { level: (label) => ({ level: label }) },
      // The errors are plain records by then; pino's own serializer would lose their type.
      serializers: { err: (error: unknown) => error },
      hooks: {
        logMethod(args, method) {
          const [record, text] = apart(args);
          method.call(this, record, text);
        },
      },
    },
    destination ?? pino.destination({ fd: 1, sync: false }),
  );
  type Child = (this: PinoLogger, bindings: Bindings, options?: ChildLoggerOptions) => PinoLogger;
  const child: Child = Reflect.get(logger, 'child');
  return Object.assign(logger, {
    child(this: PinoLogger, bindings: Bindings, options?: ChildLoggerOptions) {
      return child.call(this, onlyListed(clean(bindings)), options);
    },
  }) as PinoLogger;
}

function clean(record: object): Record<string, unknown> {
  try {
    return redactRecord(record) as Record<string, unknown>;
  } catch {
    // A getter or toJSON that throws must not take the caller down with it.
    return { unloggable: true };
  }
}

/** Record and finished text of a call. The text is put together first: a filter of the parts would miss what they make. */
function apart([first, ...rest]: unknown[]): [Record<string, unknown>, string] {
  const isRecord = typeof first === 'object' && first !== null;
  const parts = isRecord ? rest : [first, ...rest];
  const record = first instanceof Error ? { err: first } : isRecord ? first : {};
  const text = format(...parts.map((part) => (typeof part === 'object' && part !== null ? clean(part) : part)));
  // Without a text pino would take over the error's own one, unredacted.
  const { err } = record as { err?: unknown };
  return [onlyListed(clean(record)), redactText(text === '' && err instanceof Error ? err.message : text)];
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
    const texts = more.filter((item) => typeof item === 'string');
    const record: Record<string, unknown> = { context: texts.pop() };
    // Nest's own error calls hand over a stack before the context; anything else there is text.
    const stack = texts.findIndex((text) => /\n\s+at /.test(text));
    if (stack >= 0) record['stack'] = texts.splice(stack, 1)[0];
    if (message instanceof Error) record['err'] = message;
    else if (typeof message === 'object' && message !== null) Object.assign(record, message);
    else texts.unshift(String(message));
    for (const item of more) if (typeof item === 'object' && item !== null) Object.assign(record, item);
    this.pino[level](record, texts.join(' '));
  }
}
