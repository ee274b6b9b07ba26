import type { SocialAccount } from '../api/types';
import { byUrgency, cardStateOf, changedAccounts } from './card-state';

const now = new Date('2026-03-01T00:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();

const account = (over: Partial<SocialAccount>): SocialAccount => ({
  id: 'a',
  influencerId: 'i',
  platform: 'instagram',
  handle: 'creator.one',
  displayName: 'Creator one',
  authState: 'AUTHENTICATED',
  marketplace: null,
  tracked: true,
  pausedAt: null,
  cause: 'authorized',
  since: now.toISOString(),
  authorizedAt: now.toISOString(),
  validUntil: null,
  missingScopes: [],
  ...over,
});

describe('cardStateOf', () => {
  it.each([
    [{}, 'AUTHENTICATED'],
    [{ validUntil: inDays(15) }, 'AUTHENTICATED'],
    [{ validUntil: inDays(14) }, 'EXPIRES_SOON'],
    [{ authState: 'REAUTH', validUntil: inDays(1) }, 'REAUTH'],
    [{ authState: 'NON_AUTH', cause: 'status' }, 'NON_AUTH'],
    [{ authState: 'NON_AUTH', cause: 'revoked_by_person' }, 'REVOKED'],
    [{ authState: 'NON_AUTH', cause: 'revoked_by_organisation' }, 'REVOKED'],
    [{ authState: 'NON_AUTH', cause: 'revoked_by_operator' }, 'REVOKED'],
    [{ pausedAt: inDays(0) }, 'PAUSED'],
    [{ authState: 'REAUTH', pausedAt: inDays(0) }, 'PAUSED'],
  ] as const)('says for %j: %s', (over, expected) => {
    expect(cardStateOf(account(over), now)).toBe(expected);
  });
});

describe('byUrgency', () => {
  it('puts first what needs the creator and keeps the order among equals', () => {
    const accounts = [
      account({ id: 'fine-1' }),
      account({ id: 'fine-2' }),
      account({ id: 'never', authState: 'NON_AUTH', cause: 'status' }),
      account({ id: 'ended', authState: 'REAUTH' }),
      account({ id: 'ending', validUntil: inDays(2) }),
    ];
    expect(byUrgency(accounts, now).map(({ id }) => id)).toEqual(['ended', 'ending', 'never', 'fine-1', 'fine-2']);
  });
});

describe('changedAccounts', () => {
  it('tells a pause and its end', () => {
    const [running, paused] = [account({ id: 'a' }), account({ id: 'a', pausedAt: inDays(0) })];
    expect(changedAccounts([running], [paused])).toEqual([paused]);
    expect(changedAccounts([paused], [running])).toEqual([running]);
    expect(changedAccounts([paused], [{ ...paused }])).toEqual([]);
  });

  it('tells those whose state changed, not those that are new', () => {
    const before = [account({ id: 'a' }), account({ id: 'b' })];
    const after = [account({ id: 'a', authState: 'REAUTH' }), account({ id: 'b' }), account({ id: 'c' })];
    expect(changedAccounts(before, after).map(({ id }) => id)).toEqual(['a']);
  });
});
