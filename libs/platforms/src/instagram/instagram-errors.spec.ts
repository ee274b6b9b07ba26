import type { PlatformFailure } from '../platform-error';
import { type GraphContext, graphAnswer, type GraphError, graphFailure } from './instagram-errors';

const now = new Date('2026-11-02T10:00:00Z');
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const throttled = (minutes: number): PlatformFailure => ({ kind: 'throttled', until: inMinutes(minutes) });
const dead = (cause: string) => ({ kind: 'grant_dead', cause });
const lost = (...scopes: string[]) => ({ kind: 'scope_lost', scopes });

const contexts: Record<GraphContext['purpose'], GraphContext> = {
  person: { operation: 'profile', purpose: 'person', scopes: ['instagram_basic'] },
  code: { operation: 'exchange_code', purpose: 'code' },
  app: { operation: 'inspect', purpose: 'app' },
  metrics: {
    operation: 'media_insights',
    purpose: 'metrics',
    metrics: ['views'],
    scopes: ['instagram_manage_insights'],
  },
};
const map = (purpose: GraphContext['purpose'], error: GraphError, regainAt: Date | null = null) =>
  graphFailure(error, contexts[purpose], now, regainAt);

describe('every code of the Graph API (Meta, Handling errors; Rate limits)', () => {
  it.each<[string, GraphContext['purpose'], GraphError, object]>([
    ['1 unknown', 'person', { code: 1, message: 'An unknown error has occurred.' }, { kind: 'transient' }],
    ['1 client secret', 'code', { code: 1, message: 'Error validating client secret.' }, { kind: 'app_misconfigured' }],
    ['2 service', 'person', { code: 2 }, { kind: 'transient' }],
    ['3 capability', 'person', { code: 3 }, { kind: 'app_misconfigured' }],
    ['4 app limit', 'person', { code: 4 }, throttled(15)],
    ['10 permission', 'person', { code: 10 }, lost('instagram_basic')],
    [
      '10 permission, metrics',
      'metrics',
      { code: 10, message: '(#10) Permission denied' },
      lost('instagram_manage_insights'),
    ],
    [
      '10 small story',
      'metrics',
      { code: 10, message: '(#10) Not enough viewers' },
      { kind: 'metric_gone', metrics: ['views'] },
    ],
    ['17 user limit', 'person', { code: 17 }, throttled(15)],
    ['32 Page limit', 'person', { code: 32 }, throttled(15)],
    ['100 parameter', 'person', { code: 100 }, { kind: 'app_misconfigured' }],
    ['100 metric', 'metrics', { code: 100 }, { kind: 'metric_gone', metrics: ['views'] }],
    ['100 proof', 'metrics', { code: 100, message: 'Invalid appsecret_proof provided' }, { kind: 'app_misconfigured' }],
    ['100/33 object', 'person', { code: 100, error_subcode: 33 }, { kind: 'account_gone' }],
    ['100/33 media', 'metrics', { code: 100, error_subcode: 33 }, { kind: 'account_gone' }],
    ['100/2108006', 'metrics', { code: 100, error_subcode: 2108006 }, { kind: 'metric_gone', metrics: ['views'] }],
    ['100/36007 code expired', 'code', { code: 100, error_subcode: 36007 }, dead('code_expired')],
    ['100/36008 redirect', 'code', { code: 100, error_subcode: 36008 }, { kind: 'app_misconfigured' }],
    ['100/36009 code used', 'code', { code: 100, error_subcode: 36009 }, dead('code_already_used')],
    ['100 code', 'code', { code: 100 }, dead('code_refused')],
    ['101 app', 'code', { code: 101 }, { kind: 'app_misconfigured' }],
    ['102 session', 'person', { code: 102 }, dead('invalidated')],
    ['110 user', 'person', { code: 110, error_subcode: 2207013 }, { kind: 'account_gone' }],
    ['190', 'person', { code: 190 }, dead('token_invalid')],
    ['190/458', 'person', { code: 190, error_subcode: 458 }, dead('revoked_by_person')],
    ['190/459', 'person', { code: 190, error_subcode: 459 }, dead('checkpointed')],
    ['190/460', 'person', { code: 190, error_subcode: 460 }, dead('password_changed')],
    ['190/463', 'person', { code: 190, error_subcode: 463 }, dead('session_expired')],
    ['190/464', 'person', { code: 190, error_subcode: 464 }, dead('unconfirmed')],
    ['190/467', 'person', { code: 190, error_subcode: 467 }, dead('invalidated')],
    ['190/492', 'person', { code: 190, error_subcode: 492 }, dead('page_role_lost')],
    ['190/460 while asking metrics', 'metrics', { code: 190, error_subcode: 460 }, dead('password_changed')],
    ['200', 'person', { code: 200 }, lost('instagram_basic')],
    [
      '200 named',
      'person',
      { code: 200, message: 'Requires pages_read_engagement permission' },
      lost('pages_read_engagement'),
    ],
    ['299', 'metrics', { code: 299 }, lost('instagram_manage_insights')],
    ['341 block', 'person', { code: 341 }, throttled(60)],
    ['368 block', 'person', { code: 368 }, throttled(60)],
    ['613 custom', 'person', { code: 613 }, throttled(5)],
    ['613/1996', 'person', { code: 613, error_subcode: 1996 }, throttled(5)],
    ['80001 Page', 'person', { code: 80001 }, throttled(60)],
    ['80002 Instagram', 'person', { code: 80002 }, throttled(60)],
    ['300 is no permission', 'person', { code: 300 }, { kind: 'unknown' }],
    ['never seen', 'person', { code: 987654 }, { kind: 'unknown' }],
    ['unreadable', 'person', { code: 0 }, { kind: 'unknown' }],
  ])('%s (%s)', (_name, purpose, error, failure) => {
    expect(map(purpose, error).failure).toEqual(failure);
  });

  it.each([100, 190, 200, 987654])('believes the platform that %i will pass', (code) => {
    expect(map('person', { code, is_transient: true }).failure).toEqual({ kind: 'transient' });
  });

  it('waits as long as the usage header says', () => {
    expect(map('person', { code: 80002 }, inMinutes(19)).failure).toEqual(throttled(19));
  });

  it('never reads a refused app token as the death of the grant that it inspects', () => {
    expect(map('app', { code: 190 }).failure).toEqual({ kind: 'app_misconfigured' });
  });

  it('notes what concerns the post and not the metric', () => {
    expect(map('metrics', { code: 10, message: '(#10) Not enough viewers' }).note).toBe('not_enough_viewers');
    expect(map('metrics', { code: 100, error_subcode: 2108006 }).note).toBe('before_business_account');
    expect(map('metrics', { code: 100, error_subcode: 33 }).note).toBe('object_missing');
    expect(map('metrics', { code: 100 }).note).toBeUndefined();
  });
});

it('keeps codes and trace id of the answer, and no token', () => {
  const error = { code: 190, error_subcode: 460, type: 'OAuthException', fbtrace_id: 'EJplcsCHuLu' };
  const message = `Error validating access token: ${'EAAB'.padEnd(60, 'x')}`;
  expect(graphAnswer({ ...error, message }, 'profile', 400)).toEqual({
    api: 'instagram',
    operation: 'profile',
    status: 400,
    code: '190',
    subcode: '460',
    type: 'OAuthException',
    traceId: 'EJplcsCHuLu',
    message: 'Error validating access token: …',
    note: undefined,
  });
});
