import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { AppError, requestErrors, toProblem, type ErrorDefinition } from '@creator-connect/contracts';
import { currentContext } from '../context/request-context';

interface AnyReply {
  status(code: number): unknown;
  header?(name: string, value: string): unknown;
  setHeader?(name: string, value: string): unknown;
  send(body: unknown): unknown;
  headersSent?: boolean;
  raw?: { headersSent: boolean };
}

const byStatus: Record<number, ErrorDefinition> = {
  401: requestErrors.unauthenticated,
  403: requestErrors.forbidden,
  404: requestErrors.notFound,
  405: requestErrors.methodNotAllowed,
  413: requestErrors.tooLarge,
  415: requestErrors.unsupportedMediaType,
  429: requestErrors.throttled,
  502: requestErrors.unavailable,
  503: requestErrors.unavailable,
  504: requestErrors.unavailable,
};

/** Any thrown thing as one of our errors. What is not known is a bug, and its words stay inside. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const status = error instanceof HttpException ? error.getStatus() : refusedByServer(error);
  const other = status !== undefined && status >= 400 && status < 500 ? requestErrors.invalid : requestErrors.bug;
  return new AppError((status === undefined ? undefined : byStatus[status]) ?? other, { cause: error });
}

/**
 * Status of Fastify's and body-parser's own refusals. Any other error with a status is not about this request: a platform's
 * 401 must not tell the reader that they are signed out.
 */
function refusedByServer(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, type, expose, statusCode } = error as {
    [field in 'code' | 'type' | 'expose' | 'statusCode']?: unknown;
  };
  const fastify = typeof code === 'string' && code.startsWith('FST_');
  const bodyParser = expose === true && typeof type === 'string' && /^[a-z]+\.[a-z.]+$/.test(type);
  return (fastify || bodyParser) && typeof statusCode === 'number' ? statusCode : undefined;
}

/** The only place where errors become HTTP: `application/problem+json` with a stable code (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    // What an event handler throws is the message runner's business.
    if (host.getType() !== 'http') throw thrown;
    const error = asAppError(thrown);
    if (error.kind === 'bug') this.logger.error({ err: thrown }, 'A request failed');
    else if (error.kind === 'unavailable') this.logger.warn({ err: error }, error.code);
    const reply = host.switchToHttp().getResponse<AnyReply>();
    if (reply.headersSent ?? reply.raw?.headersSent) return;
    const header = (name: string, value: string) =>
      reply.header ? reply.header(name, value) : reply.setHeader?.(name, value);
    reply.status(error.status);
    header('content-type', 'application/problem+json; charset=utf-8');
    header('cache-control', 'no-store');
    if (error.retryAfterSeconds !== undefined) header('retry-after', String(Math.ceil(error.retryAfterSeconds)));
    reply.send(JSON.stringify(toProblem(error, currentContext().correlationId)));
  }
}
