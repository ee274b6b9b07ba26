import { type Actor, isStarter, publicStatus } from './connect-transaction';

const now = new Date('2026-11-24T10:00:00Z');
const later = new Date('2026-11-24T10:05:00Z');

describe('an attempt to connect', () => {
  it('shows outsiders four states, and FAILED when its time is over', () => {
    const shown = (status: Parameters<typeof publicStatus>[0]['status'], expiresAt = later) =>
      publicStatus({ status, expiresAt }, now);
    expect(shown('PENDING')).toBe('PENDING');
    expect(shown('EXCHANGING')).toBe('PENDING');
    expect(shown('SETUP_UNFINISHED')).toBe('SETUP_UNFINISHED');
    expect(shown('CONFIRMING')).toBe('SETUP_UNFINISHED');
    expect(
      (['PENDING', 'EXCHANGING', 'SETUP_UNFINISHED', 'CONFIRMING'] as const).map((status) => shown(status, now)),
    ).toEqual(Array(4).fill('FAILED'));
    expect(shown('DONE', now)).toBe('DONE');
  });

  it('belongs to who began it, of the same kind, person and influencer', () => {
    const actor: Actor = {
      kind: 'link',
      sub: 's1',
      organisationId: 'o1',
      influencerId: 'i1',
      authorizationRequestId: 'r1',
      proven: true,
    };
    const transaction = { starter: { kind: 'link', sub: 's1' } as const, influencerId: 'i1' };
    expect(isStarter(transaction, actor)).toBe(true);
    expect(isStarter(transaction, { ...actor, kind: 'influencer' })).toBe(false);
    expect(isStarter(transaction, { ...actor, sub: 's2' })).toBe(false);
    expect(isStarter(transaction, { ...actor, influencerId: 'i2' })).toBe(false);
  });
});
