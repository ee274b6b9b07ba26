import type { FieldFault } from './field-faults';

/** What went wrong, in kinds that both HTTP and the consumer's runner understand. */
export const errorKinds = [
  'invalid_input',
  'unauthorized',
  'step_up',
  'forbidden',
  'not_found',
  'gone',
  'conflict',
  'throttled',
  'unavailable',
  'bug',
] as const;
export type ErrorKind = (typeof errorKinds)[number];

const statusOf: Record<ErrorKind, number> = {
  invalid_input: 400,
  unauthorized: 401,
  step_up: 401,
  forbidden: 403,
  not_found: 404,
  gone: 410,
  conflict: 409,
  throttled: 429,
  unavailable: 503,
  bug: 500,
};

/** A kind of error with its stable code. It is part of the contract and documented in docs/errors.md. */
export interface ErrorDefinition {
  /** `<domain>.<what>` */
  code: string;
  kind: ErrorKind;
  /** One human sentence that says what happened. */
  title: string;
  /** What the reader can do now. */
  nextStep: string;
}

export function defineError(code: string, kind: ErrorKind, title: string, nextStep: string): ErrorDefinition {
  return { code, kind, title, nextStep };
}

export interface AppErrorOptions {
  /** Adds to the title what is special about this case. Never a secret or personal data. */
  detail?: string;
  cause?: unknown;
  /** Further members of the problem document (RFC 9457 §3.2), e.g. the failed rules. */
  extra?: Record<string, unknown>;
  errors?: FieldFault[];
  /** For kind `throttled` and `unavailable`. */
  retryAfterSeconds?: number;
}

/** The one error that crosses module edges. A filter maps it to HTTP, the consumer's runner to retry or parking. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly definition: ErrorDefinition;
  readonly detail?: string;
  readonly extra?: Record<string, unknown>;
  readonly errors?: FieldFault[];
  readonly retryAfterSeconds?: number;

  constructor(definition: ErrorDefinition, options: AppErrorOptions = {}) {
    super(
      `${definition.code}: ${definition.title}${options.detail ? ` (${options.detail})` : ''}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.definition = definition;
    this.detail = options.detail;
    this.extra = options.extra;
    this.errors = options.errors;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get code(): string {
    return this.definition.code;
  }

  get kind(): ErrorKind {
    return this.definition.kind;
  }

  /** True when the same call may succeed later without anybody changing anything. */
  get retryable(): boolean {
    return this.kind === 'unavailable' || this.kind === 'throttled';
  }

  get status(): number {
    return statusOf[this.kind];
  }
}

/** Body of an `application/problem+json` answer (RFC 9457). */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail?: string;
  code: string;
  nextStep: string;
  correlationId: string;
  errors?: FieldFault[];
  [member: string]: unknown;
}

export function toProblem(error: AppError, correlationId: string): ProblemDetails {
  return {
    ...error.extra,
    type: `/docs/errors#${error.code}`,
    title: error.definition.title,
    status: error.status,
    ...(error.detail ? { detail: error.detail } : {}),
    code: error.code,
    nextStep: error.definition.nextStep,
    correlationId,
    ...(error.errors ? { errors: error.errors } : {}),
  };
}

/** Why one of many things that were asked for at once was refused, in the words of an answer of its own. */
export type Refusal = Pick<ProblemDetails, 'code' | 'title' | 'nextStep' | 'errors'>;

/** Throws on what is not about the thing itself: a bug, and what may succeed when all is asked for again. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof AppError) || error.kind === 'bug' || error.retryable) throw error;
  const { code, errors, definition } = error;
  return { code, title: definition.title, nextStep: definition.nextStep, ...(errors ? { errors } : {}) };
}
