import { expiryOf, isLive, needsTouch, type Session, type SessionKind } from './session';

const start = new Date('2026-01-01T00:00:00Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

const aSession = (kind: SessionKind, lastSeenAt = start): Session => ({
  id: '0',
  kind,
  userId: null,
  email: null,
  operator: false,
  organisationId: null,
  role: null,
  influencerId: null,
  requestId: null,
  linkHash: null,
  proven: false,
  missingFactor: null,
  authenticatedAt: start,
  createdAt: start,
  lastSeenAt,
  expiresAt: expiryOf(kind, start),
});

describe('session life', () => {
  it.each([
    ['member', 30],
    ['influencer', 7 * 24 * 60],
    ['link', 30],
  ] as const)('ends a %s session after %i idle minutes', (kind, idle) => {
    expect(isLive(aSession(kind), after(idle - 1))).toBe(true);
    expect(isLive(aSession(kind), after(idle))).toBe(false);
  });

  it.each([
    ['member', 12 * 60],
    ['influencer', 30 * 24 * 60],
    ['link', 2 * 60],
  ] as const)('ends a busy %s session after %i minutes', (kind, absolute) => {
    expect(isLive(aSession(kind, after(absolute - 1)), after(absolute - 1))).toBe(true);
    expect(isLive(aSession(kind, after(absolute)), after(absolute))).toBe(false);
  });

  it('writes down at most once a minute that the session is in use', () => {
    expect(needsTouch(aSession('member'), new Date(start.getTime() + 59_999))).toBe(false);
    expect(needsTouch(aSession('member'), after(1))).toBe(true);
  });
});
