import { get } from 'node:http';
import { Windows } from '../src';
import { systemStatus } from '../src/system-status';

const limit = 200_000;
const paths = [
  '/',
  '/sign-in',
  '/connect',
  '/dashboard',
  '/dashboard/data',
  '/apply/no-such-link',
  '/apply',
  '/connect/transactions/x',
  '/help',
];

/** On the bundle as it is built and served. */
describe('the first load of a page of creators', () => {
  let windows: Windows;

  beforeAll(async () => {
    windows = await Windows.open(systemStatus().addresses['gateway']!);
  });
  afterAll(() => windows.close());

  const scriptsOf = async (path: string, options: Parameters<Windows['ofSomebody']>[0]) => {
    const page = await windows.ofSomebody(options);
    await page.goto(path, { waitUntil: 'networkidle' });
    return page.evaluate<{ name: string; overTheWire: number; unpacked: number }[]>(`
      performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
        .map(({ name, encodedBodySize, decodedBodySize }) => ({ name, overTheWire: encodedBodySize, unpacked: decodedBodySize }))`);
  };
  const asked = new Map<string, Promise<number>>();
  const gzipped = (address: string) => {
    const known = asked.get(address) ?? ask(address);
    asked.set(address, known);
    return known;
  };
  const ask = (address: string) =>
    new Promise<number>((resolve, reject) => {
      get(address, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
        let bytes = 0;
        response.on('data', (chunk: Buffer) => (bytes += chunk.length));
        response.on('end', () => resolve(bytes));
      }).on('error', reject);
    });
  const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);

  it.each(paths)('is at most 200 kB of JavaScript, compressed with gzip: %s', async (path) => {
    const scripts = await scriptsOf(path, {});
    const bytes = sum(await Promise.all(scripts.map(({ name }) => gzipped(name))));
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(sum(scripts.map(({ unpacked }) => unpacked)) / 2);
    expect(bytes).toBeLessThanOrEqual(limit);
  });

  it.each(paths)('is at most 200 kB as the browser gets it, German words included: %s', async (path) => {
    const scripts = await scriptsOf(path, { locale: 'de-DE' });
    expect(sum(scripts.map(({ overTheWire }) => overTheWire))).toBeLessThanOrEqual(limit);
  });
});
