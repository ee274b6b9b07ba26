import { ReadingPace } from './call-pace';

describe('the pace of what nobody waits for', () => {
  const aPace = (callsPerSecond: number) => {
    const clock = { time: 0, waited: [] as number[] };
    const pace = new ReadingPace(callsPerSecond, {
      now: () => clock.time,
      sleep: async (ms) => clock.waited.push(ms),
    });
    return { pace, clock };
  };

  it('lets one call after the other through, evenly', async () => {
    const { pace, clock } = aPace(4);
    for (let call = 0; call < 3; call += 1) await pace.turn();
    expect(clock.waited).toEqual([250, 500]);
    clock.time = 10_000;
    await pace.turn();
    expect(clock.waited).toHaveLength(2);
  });

  it('says when to come back where too many wait, and is free again afterwards', async () => {
    const { pace, clock } = aPace(1);
    for (let call = 0; call < 16; call += 1) await pace.turn();
    await expect(pace.turn()).rejects.toMatchObject({ code: 'ttcm.unavailable', retryAfterSeconds: 1 });
    clock.time = 1_000;
    await expect(pace.turn()).resolves.toBeUndefined();
  });
});
