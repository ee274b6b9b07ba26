import { identityOf, periodOf } from './touched';

const now = new Date('2026-11-30T03:00:00Z');

describe('who touched whose data (PR-08)', () => {
  it('is asked between two times, up to now without a second', () => {
    expect(periodOf('2026-11-29T00:00Z', undefined, now)).toEqual({ from: new Date('2026-11-29T00:00:00Z'), to: now });
    expect(periodOf('2026-11-29T00:00+01:00', '2026-11-29T01:30:00Z', now)).toEqual({
      from: new Date('2026-11-28T23:00:00Z'),
      to: new Date('2026-11-29T01:30:00Z'),
    });
  });

  it.each([
    ['2026-11-29', undefined],
    ['2026-11-29T00:00', undefined],
    ['yesterday', undefined],
    ['2026-11-31T00:00:99Z', undefined],
    ['2026-11-29T00:00Z', '2026-11-28T00:00Z'],
  ])('is not asked for %s to %s', (from, to) => {
    expect(() => periodOf(from, to, now)).toThrow(expect.objectContaining({ name: 'OperatorError' }));
  });

  it('knows members by their address as well', async () => {
    await expect(identityOf(async () => 'id', ' Owner@example.com')).resolves.toBe('id');
    await expect(identityOf(async () => 'id', 'Collector')).resolves.toBe('collector');
    await expect(identityOf(async () => undefined, 'nobody@example.com')).rejects.toMatchObject({
      name: 'OperatorError',
    });
  });
});
