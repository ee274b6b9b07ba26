import type { AuthState, MarketplaceState, Platform } from '@creator-connect/contracts';
import {
  afterGrantFact,
  afterMarketplaceFact,
  afterPauseFact,
  dataSourceOf,
  type AccountStatus,
} from './account-status';

const aStatus = (change: Partial<AccountStatus> = {}): AccountStatus => ({
  platform: 'instagram',
  authState: 'NON_AUTH',
  marketplace: null,
  marketplaceAt: null,
  revoked: false,
  pausedAt: null,
  grantVersion: 0,
  ...change,
});
const aTikTok = (change: Partial<AccountStatus> = {}) =>
  aStatus({ platform: 'tiktok', marketplace: 'NON_TTCM', ...change });
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));

describe('what is tracked, and from where (product.md, table of states)', () => {
  const table: [Platform, AuthState, MarketplaceState | null, string | null][] = [
    ['instagram', 'AUTHENTICATED', null, 'instagram_graph'],
    ['instagram', 'NON_AUTH', null, null],
    ['instagram', 'REAUTH', null, null],
    ['youtube', 'AUTHENTICATED', null, 'youtube_data'],
    ['youtube', 'NON_AUTH', null, 'youtube_data'],
    ['youtube', 'REAUTH', null, 'youtube_data'],
    ['tiktok', 'AUTHENTICATED', 'NON_TTCM', 'tiktok_display'],
    ['tiktok', 'AUTHENTICATED', 'INVITED', 'tiktok_display'],
    ['tiktok', 'AUTHENTICATED', 'TTCM', 'tiktok_display_and_ttcm'],
    ['tiktok', 'NON_AUTH', 'TTCM', 'ttcm'],
    ['tiktok', 'REAUTH', 'TTCM', 'ttcm'],
    ['tiktok', 'NON_AUTH', 'NON_TTCM', null],
    ['tiktok', 'REAUTH', 'NON_TTCM', null],
    ['tiktok', 'NON_AUTH', 'INVITED', null],
    ['tiktok', 'REAUTH', 'INVITED', null],
  ];
  it.each(table)('%s %s %s is tracked by %s', (platform, authState, marketplace, source) => {
    expect(dataSourceOf(aStatus({ platform, authState, marketplace }))).toBe(source);
  });
  it.each(table)('%s %s %s is tracked by no source while the owner pauses it', (platform, authState, marketplace) => {
    expect(dataSourceOf(aStatus({ platform, authState, marketplace, pausedAt: at(0) }))).toBeNull();
  });
  it.each(table)('%s %s %s is tracked by no source once the owner revoked', (platform, authState, marketplace) => {
    expect(dataSourceOf(aStatus({ platform, authState, marketplace, revoked: true }))).toBeNull();
  });
});

describe('a pause', () => {
  it('is told, also of an account that is tracked by nothing anyway, and its end as well', () => {
    for (const authState of ['AUTHENTICATED', 'REAUTH'] as const) {
      const paused = afterPauseFact(aStatus({ authState }), { paused: true, at: at(1) });
      expect(paused).toMatchObject({ outcome: 'changed', next: { authState, pausedAt: at(1) } });
      const resumed = afterPauseFact(aStatus({ authState, pausedAt: at(1) }), { paused: false, at: at(2) });
      expect(resumed).toMatchObject({ outcome: 'changed', next: { authState, pausedAt: null } });
    }
  });
  it('is not made twice', () => {
    expect(afterPauseFact(aStatus({ pausedAt: at(1) }), { paused: true, at: at(2) })).toMatchObject({
      outcome: 'ignored',
    });
  });
  it('outlasts a new authorization', () => {
    const paused = aStatus({ authState: 'REAUTH', grantVersion: 1, pausedAt: at(1) });
    const decision = afterGrantFact(paused, { kind: 'authorized', grantVersion: 2 });
    expect(decision).toMatchObject({ next: { authState: 'AUTHENTICATED', pausedAt: at(1) } });
    expect(decision.outcome === 'changed' && dataSourceOf(decision.next)).toBeNull();
  });
});

describe('a fact about the grant', () => {
  const states: AuthState[] = ['NON_AUTH', 'AUTHENTICATED', 'REAUTH'];

  it.each(states)('authorization turns %s into AUTHENTICATED', (authState) => {
    const decision = afterGrantFact(aStatus({ authState, grantVersion: 1 }), { kind: 'authorized', grantVersion: 2 });
    expect(decision).toMatchObject({ next: { authState: 'AUTHENTICATED', grantVersion: 2, revoked: false } });
    expect(decision.outcome).toBe(authState === 'AUTHENTICATED' ? 'confirmed' : 'changed');
  });
  it('authorization makes a revoked marketplace account tracked again', () => {
    const revoked = aTikTok({ marketplace: 'TTCM', revoked: true, grantVersion: 1 });
    const decision = afterGrantFact(revoked, { kind: 'authorized', grantVersion: 2 });
    expect(decision.outcome === 'changed' && dataSourceOf(decision.next)).toBe('tiktok_display_and_ttcm');
  });
  it('the end of the current grant means REAUTH', () => {
    const live = aStatus({ authState: 'AUTHENTICATED', grantVersion: 3 });
    expect(afterGrantFact(live, { kind: 'expired', grantVersion: 3 })).toMatchObject({
      outcome: 'changed',
      next: { authState: 'REAUTH', grantVersion: 3 },
    });
  });
  it('the end of a grant that was replaced changes nothing', () => {
    const healed = aStatus({ authState: 'AUTHENTICATED', grantVersion: 4 });
    expect(afterGrantFact(healed, { kind: 'expired', grantVersion: 3 })).toEqual({
      outcome: 'ignored',
      reason: 'stale_grant',
    });
    expect(afterGrantFact(healed, { kind: 'revoked', grantVersion: 3 }).outcome).toBe('ignored');
  });
  it('a second end of the same grant is noted only', () => {
    const dead = aStatus({ authState: 'REAUTH', grantVersion: 3 });
    expect(afterGrantFact(dead, { kind: 'expired', grantVersion: 3 }).outcome).toBe('confirmed');
  });
  it('an authorization seen after the end of the same grant does not bring it back', () => {
    const dead = aStatus({ authState: 'REAUTH', grantVersion: 3 });
    expect(afterGrantFact(dead, { kind: 'authorized', grantVersion: 3 }).outcome).toBe('ignored');
  });
  it.each(states)('revocation turns %s into NON_AUTH, tracked by nothing', (authState) => {
    const account = aTikTok({ authState, marketplace: 'TTCM', grantVersion: 1 });
    const decision = afterGrantFact(account, { kind: 'revoked', grantVersion: 1 });
    expect(decision).toMatchObject({ outcome: 'changed', next: { authState: 'NON_AUTH', revoked: true } });
    expect(decision.outcome === 'changed' && dataSourceOf(decision.next)).toBeNull();
  });
  it('proof of revocation outweighs another sign of the same dead grant', () => {
    const revoked = aStatus({ revoked: true, grantVersion: 2 });
    expect(afterGrantFact(revoked, { kind: 'expired', grantVersion: 2 })).toEqual({
      outcome: 'ignored',
      reason: 'revoked_already',
    });
  });
});

describe('an answer of the marketplace', () => {
  it.each([
    ['invite_sent', 'NON_TTCM', 'INVITED'],
    ['invite_accepted', 'INVITED', 'TTCM'],
    ['invite_accepted', 'NON_TTCM', 'TTCM'],
    ['invite_ended', 'INVITED', 'NON_TTCM'],
    ['status', 'NON_TTCM', 'TTCM'],
    ['status', 'TTCM', 'NON_TTCM'],
  ] as const)('%s turns %s into %s', (kind, from, to) => {
    expect(afterMarketplaceFact(aTikTok({ marketplace: from }), { kind, to, at: at(1) })).toMatchObject({
      outcome: 'changed',
      next: { marketplace: to, marketplaceAt: at(1) },
    });
  });
  it('pauses an account that left the marketplace without an authentication', () => {
    const decision = afterMarketplaceFact(aTikTok({ marketplace: 'TTCM' }), {
      kind: 'status',
      to: 'NON_TTCM',
      at: at(1),
    });
    expect(decision.outcome === 'changed' && dataSourceOf(decision.next)).toBeNull();
  });
  it('ignores an answer older than the one it has', () => {
    const left = aTikTok({ marketplace: 'NON_TTCM', marketplaceAt: at(5) });
    expect(afterMarketplaceFact(left, { kind: 'invite_accepted', to: 'TTCM', at: at(4) })).toEqual({
      outcome: 'ignored',
      reason: 'stale_marketplace',
    });
  });
  it('does not take an invitation as news about a member', () => {
    const member = aTikTok({ marketplace: 'TTCM' });
    expect(afterMarketplaceFact(member, { kind: 'invite_sent', to: 'INVITED', at: at(1) }).outcome).toBe('ignored');
    expect(afterMarketplaceFact(member, { kind: 'invite_ended', to: 'NON_TTCM', at: at(1) }).outcome).toBe('ignored');
  });
  it('does not apply to other platforms', () => {
    expect(afterMarketplaceFact(aStatus(), { kind: 'status', to: 'TTCM', at: at(1) })).toEqual({
      outcome: 'ignored',
      reason: 'not_tiktok',
    });
  });
});
