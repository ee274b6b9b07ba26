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
  400: requestErrors.invalid,
  401: requestErrors.unauthenticated,
  403: requestErrors.forbidden,
  404: requestErrors.notFound,
  405: requestErrors.methodNotAllowed,
  413: requestErrors.tooLarge,
  415: requestErrors.unsupportedMediaType,
  429: requestErrors.throttled,
  503: requestErrors.unavailable,
};

/** Any thrown thing as one of our errors. What is not known is a bug, and its words stay inside. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  const definition = typeof status === 'number' ? byStatus[status] : undefined;
  return new AppError(definition ?? requestErrors.bug, { cause: error });
}

/** The only place where errors become HTTP: `application/problem+json` with a stable code (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const error = asAppError(thrown);
    if (error.kind === 'bug') this.logger.error({ err: thrown }, 'A request failed');
    else if (error.kind === 'unavailable') this.logger.warn({ err: error }, error.code);
    const reply = host.switchToHttp().getResponse<AnyReply>();
    if (reply.headersSent ?? reply.raw?.headersSent) return;
    const header = (name: string, value: string) => (reply.header ?? reply.setHeader)?.call(reply, name, value);
    reply.status(error.status);
    header('content-type', 'application/problem+json; charset=utf-8');
    header('cache-control', 'no-store');
    if (error.retryAfterSeconds !== undefined) header('retry-after', String(Math.ceil(error.retryAfterSeconds)));
    reply.send(JSON.stringify(toProblem(error, currentContext().correlationId)));
  }
}
