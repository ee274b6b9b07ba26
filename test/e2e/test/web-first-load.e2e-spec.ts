import { Windows } from '../src';
import { systemStatus } from '../src/system-status';

interface Scripts {
  overTheWire: number;
  unpacked: number;
}

/** On the bundle as it is built and served. */
describe('the first load of a page of creators', () => {
  let windows: Windows;

  beforeAll(async () => {
    windows = await Windows.open(systemStatus().addresses['gateway']!);
  });
  afterAll(() => windows.close());

  it.each([
    '/',
    '/sign-in',
    '/connect',
    '/dashboard',
    '/apply/no-such-link',
    '/apply',
    '/connect/transactions/x',
    '/help',
  ])('is at most 200 kB of compressed JavaScript: %s', async (path) => {
    const page = await windows.ofSomebody();
    await page.goto(path, { waitUntil: 'networkidle' });
    const scripts = await page.evaluate<Scripts>(`(() => {
        const all = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
        const sum = (what) => all.reduce((bytes, entry) => bytes + entry[what], 0);
        return { overTheWire: sum('encodedBodySize'), unpacked: sum('decodedBodySize') };
      })()`);
    expect(scripts.overTheWire).toBeGreaterThan(50_000);
    expect(scripts.overTheWire).toBeLessThan(scripts.unpacked / 2);
    expect(scripts.overTheWire).toBeLessThanOrEqual(200_000);
  });
});
