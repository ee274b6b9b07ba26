import { AppError, defineError, requestErrors, type ErrorKind, type ProblemDetails } from '@creator-connect/contracts';

const kindOf: Record<number, ErrorKind> = {
  400: 'invalid_input',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  429: 'throttled',
  503: 'unavailable',
};

/** These are about us, the calling service, and not about the person we work for: to them a part does not answer. */
const betweenServices = new Set<string | undefined>([requestErrors.unauthenticated.code, requestErrors.forbidden.code]);

/** The other service's problem under its own code. What is no problem document is a fault between us: unavailable. */
export function problemAsError(body: unknown, audience: string, retryAfterSeconds: number): AppError {
  const problem = (body ?? {}) as Partial<ProblemDetails>;
  const kind = problem.status === undefined ? undefined : kindOf[problem.status];
  const retry = Number.isFinite(retryAfterSeconds) ? { retryAfterSeconds } : {};
  if (!problem.code || !kind || betweenServices.has(problem.code)) {
    const said = problem.code ? `${audience} answered ${problem.code}` : audience;
    return new AppError(requestErrors.unavailable, { detail: audience, cause: new Error(said), ...retry });
  }
  const { type: _type, title, status: _status, detail, code, nextStep, correlationId: _id, errors, ...extra } = problem;
  return new AppError(defineError(code, kind, title ?? code, nextStep ?? ''), {
    ...(detail ? { detail } : {}),
    ...(errors ? { errors } : {}),
    ...retry,
    extra,
  });
}
