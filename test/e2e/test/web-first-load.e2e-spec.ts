import { get } from 'node:http';
import { creatorPageNames, creatorPages, Story, Windows } from '../src';
import { eventually } from '../src/doors/wait';
import { systemStatus } from '../src/system-status';

const limit = 200_000;
const pauses = { everyMs: 2_000 };

/** On the bundle as it is built and served, and on pages that show what they are for, not a refusal. */
describe('the first load of a page of creators', () => {
  let story: Story;
  let windows: Windows;
  let pages: Awaited<ReturnType<typeof creatorPages>>;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    pages = await creatorPages(story, windows);
  });
  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const scriptsOf = async (name: (typeof creatorPageNames)[number], language: 'en' | 'de') => {
    const { address, cookies, heading } = pages[name];
    const page = await windows.ofSomebody();
    await page.context().addCookies(cookies);
    // Chosen by hand, whatever the creator’s profile says.
    await page.addInitScript(`localStorage.setItem('language', '${language}')`);
    // One visitor opens all of these pages: too fast for what a gateway allows anybody.
    await eventually('a page that is not refused', async () => (await page.goto(address))?.status() === 200, pauses);
    const title = page.getByRole('heading', { level: 1 });
    await title.waitFor();
    if (language === 'en') expect(await title.innerText()).toMatch(heading);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    // The stream of news never ends, so that there is no idle network to wait for.
    await eventually('a page that gets nothing more', () =>
      page.evaluate<boolean>(`performance.now() - 500 >
        Math.max(...performance.getEntriesByType('resource').map(({ responseEnd }) => responseEnd))`),
    );
    const scripts = await page.evaluate<{ name: string; overTheWire: number; unpacked: number }[]>(`
      performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
        .map(({ name, encodedBodySize, decodedBodySize }) => ({ name, overTheWire: encodedBodySize, unpacked: decodedBodySize }))`);
    await page.context().close();
    return scripts;
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

  it.each(creatorPageNames)('is at most 200 kB of JavaScript, compressed with gzip: %s', (name) =>
    windows.tell(async () => {
      const scripts = await scriptsOf(name, 'en');
      const bytes = sum(await Promise.all(scripts.map((script) => gzipped(script.name))));
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThan(sum(scripts.map(({ unpacked }) => unpacked)) / 2);
      expect(bytes).toBeLessThanOrEqual(limit);
    }),
  );

  it.each(creatorPageNames)('is at most 200 kB as the browser gets it, German words included: %s', (name) =>
    windows.tell(async () => {
      const scripts = await scriptsOf(name, 'de');
      expect(sum(scripts.map(({ overTheWire }) => overTheWire))).toBeLessThanOrEqual(limit);
    }),
  );
});
