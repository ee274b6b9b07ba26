import { PlatformError } from '@creator-connect/platforms';
import { outlastShortLimit } from './short-limit';

describe('a limit of TikTok', () => {
  const throttled = (seconds: number) =>
    new PlatformError(
      { kind: 'throttled', until: new Date(Date.now() + seconds * 1000) },
      { api: 'ttcm', operation: 'invite' },
    );
  const calling = (failures: Error[]) => {
    const seen = { calls: 0, waited: [] as number[] };
    const call = async () => {
      seen.calls += 1;
      const failure = failures.shift();
      if (failure) throw failure;
      return 'answer';
    };
    const wait = async (ms: number) => seen.waited.push(ms);
    return { seen, answer: () => outlastShortLimit(call, wait) };
  };

  it('of a second is waited for', async () => {
    const { seen, answer } = calling([throttled(1), throttled(1)]);
    await expect(answer()).resolves.toBe('answer');
    expect(seen.calls).toBe(3);
    for (const ms of seen.waited) expect(ms).toBeGreaterThan(500);
  });

  it('that does not end is told after a few calls', async () => {
    const failures = Array.from({ length: 9 }, () => throttled(1));
    const { seen, answer } = calling(failures);
    await expect(answer()).rejects.toMatchObject({ kind: 'throttled' });
    expect(seen.calls).toBe(5);
  });

  it.each([
    ['of a minute', throttled(300)],
    ['that was none', new PlatformError({ kind: 'transient' }, { api: 'ttcm', operation: 'invite' }, 'unknown')],
    ['of our own', new Error('broken')],
  ])('%s is told at once', async (_name, failure) => {
    const { seen, answer } = calling([failure]);
    await expect(answer()).rejects.toBe(failure);
    expect([seen.calls, seen.waited]).toEqual([1, []]);
  });
});
