import { gatewayConfigSchema } from '../gateway.config';
import { checkMilliseconds } from '../live-updates/live-updates';
import { ShortCache } from './short-cache';

describe('ShortCache', () => {
  it('reads once for parallel and for later askers within the interval', async () => {
    const cache = new ShortCache<number>(60_000);
    const read = jest.fn(async () => 7);
    await expect(Promise.all([cache.get('a', read), cache.get('a', read)])).resolves.toEqual([7, 7]);
    await expect(cache.get('a', read)).resolves.toBe(7);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('reads again after the interval', async () => {
    const cache = new ShortCache<number>(0);
    const read = jest.fn(async () => 7);
    await cache.get('a', read);
    await cache.get('a', read);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('keeps what was read for less than a second, at any setting, and together with the time between two looks at an open stream', async () => {
    const { SESSION_CACHE_MILLISECONDS: setting } = gatewayConfigSchema.shape;
    const longest = Array.from({ length: 1_000 }, (_, i) => i).findLast((ms) => setting.safeParse(ms).success)!;
    expect(longest + checkMilliseconds).toBeLessThan(1_000);
    jest.useFakeTimers();
    try {
      const cache = new ShortCache<number>(longest);
      const read = jest.fn(async () => 7);
      await cache.get('a', read);
      jest.advanceTimersByTime(longest);
      await cache.get('a', read);
      expect(read).toHaveBeenCalledTimes(2);
    } finally {
      jest.useRealTimers();
    }
  });

  it('does not keep what was not found, nor a failure', async () => {
    const cache = new ShortCache<number>(60_000);
    await expect(cache.get('a', async () => undefined)).resolves.toBeUndefined();
    await expect(cache.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    await expect(cache.get('a', async () => 8)).resolves.toBe(8);
  });

  it('does not keep a value that was read before it was forgotten', async () => {
    const cache = new ShortCache<string>(60_000);
    let finish = (_value: string): void => undefined;
    const slow = cache.get('a', () => new Promise<string>((resolve) => (finish = resolve)));
    await new Promise(setImmediate);
    cache.delete('a');
    finish('stale');
    await slow;
    await expect(cache.get('a', async () => 'fresh')).resolves.toBe('fresh');
  });

  it('forgets the oldest when it is full', async () => {
    const cache = new ShortCache<number>(60_000, 2);
    const read = jest.fn(async () => 1);
    await cache.get('a', read);
    await cache.get('b', read);
    await cache.get('c', read);
    await cache.get('a', read);
    expect(read).toHaveBeenCalledTimes(4);
  });
});
