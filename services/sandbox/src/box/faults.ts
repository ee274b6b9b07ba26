import { z } from 'zod';
import { PLATFORMS } from './platform';

const milliseconds = z.coerce.number().int().min(0).max(600_000);
/** Where a metric may be refused alone, while it still answers elsewhere. */
const SURFACES = ['FEED', 'REELS', 'STORY', 'ACCOUNT'] as const;
/** What may be wrong about an ID token: each has to be refused (security OC-10). */
const WRONG_CLAIMS = [
  'aud',
  'azp',
  'iss',
  'sub',
  'nonce',
  'exp',
  'signature',
  'alg_none',
  'alg_hs256',
  'missing',
] as const;

const kinds = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('latency'), milliseconds }),
  z.strictObject({ kind: z.literal('status'), status: z.coerce.number().int().min(400).max(599).default(503) }),
  z.strictObject({
    kind: z.literal('throttle'),
    code: z.coerce.number().int().optional(),
    /** Google tells apart by it: the day's quota, or only too fast. */
    reason: z.enum(['quotaExceeded', 'rateLimitExceeded', 'userRateLimitExceeded']).optional(),
  }),
  z.strictObject({
    kind: z.literal('token_invalid'),
    code: z.coerce.number().int().optional(),
    subcode: z.coerce.number().int().optional(),
  }),
  /** Any other failure in the platform's own envelope: a number at Meta and TTCM, a word at TikTok and Google. */
  z.strictObject({
    kind: z.literal('error'),
    code: z.coerce.string().min(1),
    subcode: z.coerce.number().int().optional(),
    status: z.coerce.number().int().min(200).max(599).optional(),
    message: z.string().min(1).optional(),
  }),
  z.strictObject({ kind: z.literal('retired_metric'), metric: z.string().min(1), on: z.enum(SURFACES).optional() }),
  /** Answers tell more about people than was asked, as if the caller might see it: each field holds `text`. */
  z.strictObject({ kind: z.literal('private_fields'), text: z.string().min(1).max(200) }),
  z.strictObject({ kind: z.literal('drop_request') }),
  z.strictObject({ kind: z.literal('drop_response') }),
  z.strictObject({ kind: z.literal('surplus_scope'), scope: z.string().min(1) }),
  z.strictObject({ kind: z.literal('foreign_app') }),
  /** The next exchange speaks for another persona (`as`) than the one that consented. */
  z.strictObject({ kind: z.literal('changed_identity'), as: z.string().min(1) }),
  z.strictObject({ kind: z.literal('wrong_id_token'), claim: z.enum(WRONG_CLAIMS).default('aud') }),
  z.strictObject({ kind: z.literal('wrong_signature') }),
  z.strictObject({ kind: z.literal('duplicate_callback') }),
  z.strictObject({ kind: z.literal('late_callback'), milliseconds }),
  z.strictObject({ kind: z.literal('lost_callback') }),
  z.strictObject({ kind: z.literal('reordered_callback') }),
]);

const scope = z.object({
  platform: z.enum(PLATFORMS),
  /** Name of the operation as the call log tells it; `*` stands for anything. */
  operation: z.string().min(1).optional(),
  path: z.string().min(1).optional(),
  persona: z.string().min(1).optional(),
  /** How often; `null` until it is taken away. */
  times: z.coerce.number().int().positive().nullable().default(1),
  /** Lets that many matching calls pass first. */
  skip: z.coerce.number().int().min(0).default(0),
});

export const FAULT_KINDS: readonly string[] = kinds.options.map((option) => option.shape.kind.value);

export type FaultKind = z.infer<typeof kinds>['kind'];
export type FaultDetail<K extends FaultKind = FaultKind> = Extract<z.infer<typeof kinds>, { kind: K }>;
export type FaultScope = z.infer<typeof scope>;
export type Fault = FaultScope & { id: number; seen: number; played: number; detail: FaultDetail };

/** What a fault is matched against. */
export interface FaultTarget {
  platform: FaultScope['platform'];
  operation: string;
  path?: string;
  persona?: string | undefined;
}

/** Reads a fault as it is posted: scope and detail side by side in one flat object. */
export function readFault(body: unknown): Omit<Fault, 'id' | 'seen' | 'played'> {
  const given = z.record(z.string(), z.unknown()).parse(body);
  const mine = Object.keys(scope.shape);
  const part = (wanted: boolean): Record<string, unknown> =>
    Object.fromEntries(Object.entries(given).filter(([key, value]) => mine.includes(key) === wanted && value !== ''));
  // A metric does not come back by itself.
  const times = given['kind'] === 'retired_metric' ? { times: null } : {};
  return { ...scope.parse({ ...times, ...part(true) }), detail: kinds.parse(part(false)) };
}

/** Scripted misfortune: each fault is played a number of times and is then gone. */
export class Faults {
  private faults: Fault[] = [];
  private last = 0;

  add(fault: Omit<Fault, 'id' | 'seen' | 'played'>): Fault {
    const added = { ...fault, id: ++this.last, seen: 0, played: 0 };
    this.faults.push(added);
    return added;
  }

  /** The first waiting fault of these kinds that fits, counted as played. */
  take<K extends FaultKind>(
    wanted: readonly K[],
    target: FaultTarget,
    concerns: (detail: FaultDetail<K>) => boolean = () => true,
  ): FaultDetail<K> | undefined {
    for (const fault of this.faults) {
      if (!isOf(fault.detail, wanted) || !fits(fault, target)) continue;
      if (!concerns(fault.detail as FaultDetail<K>)) continue;
      fault.seen += 1;
      if (fault.seen <= fault.skip) continue;
      fault.played += 1;
      if (fault.times !== null && fault.played >= fault.times) this.remove(fault.id);
      return fault.detail as FaultDetail<K>;
    }
    return undefined;
  }

  list(): readonly Fault[] {
    return this.faults;
  }

  remove(id: number): boolean {
    const before = this.faults.length;
    this.faults = this.faults.filter((fault) => fault.id !== id);
    return this.faults.length < before;
  }

  clear(): void {
    this.faults = [];
  }
}

function isOf(detail: FaultDetail, wanted: readonly FaultKind[]): boolean {
  return wanted.includes(detail.kind);
}

function fits(fault: FaultScope, target: FaultTarget): boolean {
  return (
    fault.platform === target.platform &&
    matches(fault.operation, target.operation) &&
    matches(fault.path, target.path ?? '') &&
    (fault.persona === undefined || fault.persona === target.persona)
  );
}

function matches(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined) return true;
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}
