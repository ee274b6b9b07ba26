import { type Announced, dueNotice, endForPerson, isEndUnknown, isExtended, nextNotice, toldAtFirst } from './ends';

const day = 86_400_000;
const start = Date.UTC(2027, 0, 1);
const after = (days: number) => new Date(start + days * day);
const instagram = (change: Partial<Announced> = {}): Announced => {
  const ends = {
    platform: 'instagram' as const,
    accessExpiresAt: null,
    refreshExpiresAt: null,
    dataAccessExpiresAt: after(90),
  };
  return { ...ends, state: 'live', authorizedAt: after(0), told: toldAtFirst(ends), ...change };
};
const tiktok = (change: Partial<Announced> = {}): Announced =>
  instagram({
    platform: 'tiktok',
    accessExpiresAt: after(0.1),
    refreshExpiresAt: after(180),
    dataAccessExpiresAt: null,
    told: { endsAt: null, step: null },
    ...change,
  });

/** Walks the clock and takes every step that falls due. */
function announced(grant: Announced, until: number, hours = 6): [step: number, day: number][] {
  const steps: [number, number][] = [];
  let now = grant;
  for (let at = 0; at <= until; at += hours / 24) {
    const notice = dueNotice(now, after(at));
    if (!notice) continue;
    steps.push([notice.step, at]);
    now = { ...now, told: { endsAt: notice.endsAt, step: notice.step } };
  }
  return steps;
}

describe('the end that only the person can move', () => {
  it('is the earlier of the token’s and of data access at Instagram', () => {
    expect(endForPerson(instagram())).toEqual(after(90));
    expect(endForPerson(instagram({ accessExpiresAt: after(60) }))).toEqual(after(60));
  });

  it('is the refresh token’s where tokens are renewed', () => {
    expect(endForPerson(tiktok())).toEqual(after(180));
  });

  it('is said to be unknown where the platform told none', () => {
    expect(isEndUnknown(instagram())).toBe(false);
    expect(isEndUnknown(instagram({ dataAccessExpiresAt: null }))).toBe(true);
    expect(isEndUnknown(tiktok({ accessExpiresAt: null }))).toBe(true);
    expect(isEndUnknown(tiktok({ refreshExpiresAt: null }))).toBe(true);
    // Google's refresh tokens have no end that anybody told.
    expect(isEndUnknown(tiktok({ platform: 'youtube', refreshExpiresAt: null }))).toBe(false);
  });
});

describe('the ladder', () => {
  it('has four steps, each taken once, and a look when the end has come', () => {
    expect(announced(instagram(), 120)).toEqual([
      [14, 76],
      [7, 83],
      [2, 88],
      [0, 89.5],
      [-1, 90],
    ]);
  });

  it('says only the most urgent step when time was lost', () => {
    expect(announced(instagram(), 120, 24 * 10).map(([step]) => step)).toEqual([14, -1]);
  });

  it('does not warn of what was authorized a moment ago', () => {
    const sevenDays = { refreshExpiresAt: after(7) };
    expect(announced(tiktok(sevenDays), 10).map(([step]) => step)).toEqual([2, 0, -1]);
  });

  it('begins anew for another end, and takes no notice of seconds', () => {
    const told = { endsAt: after(90), step: 7 };
    expect(nextNotice(instagram({ told, dataAccessExpiresAt: after(90.5) }))?.step).toBe(2);
    expect(nextNotice(instagram({ told, dataAccessExpiresAt: after(100) }))?.step).toBe(14);
  });

  it('is over with the grant, and without an end', () => {
    expect(nextNotice(instagram({ state: 'expired' }))).toBeNull();
    expect(nextNotice(instagram({ dataAccessExpiresAt: null }))).toBeNull();
  });
});

describe('an end that moved away', () => {
  it('is taken back once consumers had heard of it', () => {
    expect(isExtended(instagram())).toBe(false);
    expect(isExtended(instagram({ dataAccessExpiresAt: after(150) }))).toBe(true);
    expect(isExtended(instagram({ dataAccessExpiresAt: after(150), state: 'revoked' }))).toBe(false);
    // Nobody was told of TikTok's, which moves with every renewal.
    expect(isExtended(tiktok({ refreshExpiresAt: after(300) }))).toBe(false);
    expect(isExtended(tiktok({ refreshExpiresAt: after(300), told: { endsAt: after(180), step: 14 } }))).toBe(true);
  });
});
