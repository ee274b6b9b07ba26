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

describe('a year of 200 grants', () => {
  /** mulberry32, so that a failure can be repeated. */
  function seeded(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
  }

  it('announces every end in time, misses none and warns of none that does not come', () => {
    const random = seeded(20_261_127);
    let ends = 0;
    for (let account = 0; account < 200; account += 1) {
      let grant = account % 2 ? tiktok({ refreshExpiresAt: after(30 + 150 * random()) }) : instagram();
      // Some renew at a certain step, some when it is too late, and TikTok's tokens are renewed for most.
      const renewsAt = [14, 7, 2, 0, -1][Math.floor(random() * 5)]!;
      const isRenewed = grant.platform === 'tiktok' && random() < 0.7;
      let steps: number[] = [];
      for (let now = random(); now < 365; now += 0.25) {
        if (isRenewed) grant = { ...grant, refreshExpiresAt: after(now + 180) };
        const notice = dueNotice(grant, after(now));
        if (!notice) continue;
        // Never before its time, nor a look late.
        expect(Math.abs(after(now).getTime() - notice.dueAt.getTime())).toBeLessThanOrEqual(0.25 * day);
        steps.push(notice.step);
        grant = { ...grant, told: { endsAt: notice.endsAt, step: notice.step } };
        if (notice.step !== renewsAt) continue;
        expect(steps).toEqual([14, 7, 2, 0, -1].slice(0, steps.length));
        ends += renewsAt === -1 ? 1 : 0;
        const fresh =
          grant.platform === 'tiktok'
            ? { refreshExpiresAt: after(now + 60) }
            : { dataAccessExpiresAt: after(now + 90) };
        const renewed = { ...grant, ...fresh, authorizedAt: after(now) };
        grant = { ...renewed, told: toldAtFirst(renewed) };
        steps = [];
      }
      expect([account, isRenewed ? steps : []]).toEqual([account, []]);
    }
    expect(ends).toBeGreaterThan(40);
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
