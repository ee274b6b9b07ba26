import type { Collection, SocialAccount } from '../api/types';
import { byUrgency, cardStateOf, changesOf, type CardState, type ShownCard } from './card-state';

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

const late: Collection = {
  status: 'open',
  source: 'instagram_graph',
  closedCause: null,
  lastCollectedAt: inDays(-1),
  nextAt: inDays(0),
  lastError: 'instagram:80002',
  marketplaceError: null,
  progress: {},
};

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

describe('cardStateOf of an account whose last collection failed', () => {
  it.each([
    [{}, late, 'DELAYED'],
    [{}, { ...late, lastCollectedAt: null }, 'DELAYED'],
    [{}, { ...late, lastError: null }, 'AUTHENTICATED'],
    [{}, { ...late, nextAt: null }, 'AUTHENTICATED'],
    [{}, null, 'AUTHENTICATED'],
    // Somebody has to act on these, and nobody on a delay.
    [{ validUntil: inDays(2) }, late, 'EXPIRES_SOON'],
    [{ authState: 'REAUTH' }, late, 'REAUTH'],
    [{ pausedAt: inDays(0) }, late, 'PAUSED'],
    // Public figures and those of the marketplace.
    [{ authState: 'NON_AUTH', cause: 'status' }, late, 'NON_AUTH'],
  ] as const)('says for %j with %j: %s', (over, collection, expected) => {
    expect(cardStateOf(account(over), now, collection)).toBe(expected);
  });
});

describe('byUrgency', () => {
  it('puts first what needs the creator and keeps the order among equals', () => {
    const accounts = [
      account({ id: 'fine-1' }),
      account({ id: 'late' }),
      account({ id: 'fine-2' }),
      account({ id: 'never', authState: 'NON_AUTH', cause: 'status' }),
      account({ id: 'ended', authState: 'REAUTH' }),
      account({ id: 'ending', validUntil: inDays(2) }),
    ];
    const sorted = byUrgency(accounts, now, new Map([['late', late]])).map(({ id }) => id);
    expect(sorted).toEqual(['ended', 'ending', 'never', 'late', 'fine-1', 'fine-2']);
  });
});

describe('changesOf', () => {
  const card = (id: string, state: CardState): ShownCard => ({ id, handle: id, state });
  const seen = new Map<string, CardState>([
    ['a', 'AUTHENTICATED'],
    ['b', 'AUTHENTICATED'],
  ]);

  it('tells those whose state changed, not those that are new', () => {
    const cards = [card('a', 'DELAYED'), card('b', 'AUTHENTICATED'), card('c', 'REAUTH')];
    const changes = changesOf(seen, cards);
    expect(changes?.changed).toEqual([card('a', 'DELAYED')]);
    expect(changesOf(changes!.seen, cards)).toBeUndefined();
  });

  it('remembers what a card said while nothing is known of it', () => {
    const changes = changesOf(seen, [card('b', 'PAUSED')]);
    expect(changesOf(changes!.seen, [card('a', 'REAUTH'), card('b', 'PAUSED')])?.changed).toEqual([
      card('a', 'REAUTH'),
    ]);
  });
});
