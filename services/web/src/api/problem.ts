import { t } from 'i18next';
import { fieldFaultText, type FieldFault } from '../domain/field-fault';
import { failedRuleText, ruleText } from '../domain/marketplace-rule';
import { faultText } from '../i18n';

/** No answer at all, too many requests, and what a server or the way to it says while it is down. */
const passing: ReadonlySet<number> = new Set([0, 429, 502, 503, 504]);

/** An `application/problem+json` answer: what happened, and what the person can do now. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: string,
    readonly title: string,
    readonly nextStep: string,
    readonly status: number,
    readonly correlationId?: string,
    readonly detail?: string,
    /** Each field or rule that stands in the way, in words. */
    readonly reasons: readonly string[] = [],
    /** From when on the same may work, where the server says so. */
    readonly retryAt?: Date,
    /** What else the answer holds: whom it is about, and what is offered instead. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(title);
  }

  /** Nobody has to act: the way is blocked or the other side busy, and the same works again in a while. */
  get passes(): boolean {
    return passing.has(this.status);
  }

  /** What is wrong with which field of what was sent, in the language that is spoken. */
  get faults(): { field: string; message: string }[] {
    return faultsIn(this.more).map((fault) => ({ field: fault.field, message: faultText(fault) }));
  }
}

type Answer = Record<string, unknown>;

export function problemOf(status: number, answer: Answer | undefined, retryAfter?: string | null): ProblemError {
  const text = (name: string) => textIn(answer, name);
  return new ProblemError(
    text('code') ?? 'unknown',
    text('title') ?? t('problem.unknown'),
    text('nextStep') ?? t('problem.unknownStep'),
    status,
    text('correlationId'),
    text('detail'),
    reasonsIn(answer),
    momentOf(retryAfter),
    answer,
  );
}

/** `Retry-After` in seconds, as all of our services send it. */
function momentOf(retryAfter: string | null | undefined): Date | undefined {
  return retryAfter && /^\d+$/.test(retryAfter) ? new Date(Date.now() + Number(retryAfter) * 1000) : undefined;
}

export const offline = () => new ProblemError('offline', t('problem.offline'), t('problem.offlineStep'), 0);

function reasonsIn(answer: Answer | undefined): string[] {
  const rules = listIn(answer, 'rules').filter((rule) => rule['outcome'] === 'not_met');
  const named = rules.length === 0 ? textsIn(answer, 'failedRules') : [];
  return [...faultsIn(answer).map(fieldFaultText), ...rules.map(ruleText), ...named.map(failedRuleText)];
}

/** The first of a field is enough: what is no text has no length either. */
function faultsIn(answer: Answer | undefined): FieldFault[] {
  const faults = listIn(answer, 'errors').map(faultIn);
  return faults.filter(({ field }, index) => faults.findIndex((one) => one.field === field) === index);
}

const faultIn = (fault: Answer): FieldFault => ({
  field: textIn(fault, 'field') ?? '',
  code: textIn(fault, 'code') ?? '',
  message: textIn(fault, 'message') ?? '',
  ...(isAnswer(fault['params']) ? { params: fault['params'] } : {}),
});

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null;

const textIn = (answer: Answer | undefined, name: string): string | undefined => {
  const value = answer?.[name];
  return typeof value === 'string' ? value : undefined;
};

const textsIn = (answer: Answer | undefined, name: string): string[] => {
  const value = answer?.[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};

const listIn = (answer: Answer | undefined, name: string): Answer[] => {
  const value = answer?.[name];
  return Array.isArray(value) ? (value as Answer[]) : [];
};
