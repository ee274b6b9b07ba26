import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Story, Windows } from '../src';
import { eventually } from '../src/doors/wait';
import { furtherOrganisation } from '../src/journeys/further-organisation';
import { addInfluencer, copyLink } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { memberOnRoster, signInAsCreator } from '../src/windows/steps';

/** What only a real browser can show of security.md: HT-01, HT-07, AL-07. */
describe('the web app under attack', () => {
  let story: Story;
  let windows: Windows;
  let gateway: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    gateway = story.status.addresses['gateway']!;
    windows = await Windows.open(gateway);
  });
  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const asMember = () => memberOnRoster(windows, story.login());
  /** Of another origin, with our pages in frames. */
  async function framing(paths: string[]): Promise<{ server: Server; url: string }> {
    // The last one is the other page's own, which shows that frames are shown at all.
    const sources = [...paths.map((path) => gateway + path), '/own'];
    const frames = sources.map((source) => `<iframe src="${source}"></iframe>`).join('');
    const server = createServer(({ url }, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(url === '/own' ? 'own' : frames),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  it('can not be shown in a frame of another page', () =>
    windows.tell(async () => {
      const page = await asMember();
      const paths = ['/', '/admin/influencers', '/sign-in', '/apply', '/docs', '/v1/sessions/current', '/nowhere'];
      const { server, url } = await framing(paths);
      try {
        await page.goto(url);
        await page.waitForLoadState('networkidle');
        const shown = page.frames().filter((frame) => frame !== page.mainFrame());
        expect(shown).toHaveLength(paths.length + 1);
        expect(shown.filter((frame) => !frame.url().startsWith('chrome-error:')).map((frame) => frame.url())).toEqual([
          `${url}/own`,
        ]);
      } finally {
        server.close();
      }
    }));

  it('shows nothing after the sign-out, by the back button either, and keeps nothing of anybody in the browser', () =>
    windows.tell(async () => {
      const secret = `back-button-${Date.now()}`;
      const door = await story.admin();
      const { id, email } = await addInfluencer(story, door, secret);
      const page = await asMember();
      await page.goto(`/admin/influencers/${id}`);
      await page.getByRole('heading', { name: secret.replaceAll('-', ' ') }).waitFor();
      const stored = () =>
        page.evaluate(async () => ({
          local: JSON.stringify(localStorage),
          session: JSON.stringify(sessionStorage),
          cookies: document.cookie,
          databases: (await indexedDB.databases()).length,
          caches: (await caches.keys().catch(() => [])).length,
          workers: (await navigator.serviceWorker?.getRegistrations().catch(() => []))?.length ?? 0,
        }));
      const during = await stored();
      for (const text of [during.local, during.session]) {
        for (const personal of [secret, email, story.login().email, id]) expect(text).not.toContain(personal);
        expect(text).not.toMatch(/[\w-]{43}/);
      }
      expect(during).toMatchObject({ cookies: '', databases: 0, caches: 0, workers: 0 });

      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('link', { name: 'I am a creator' }).waitFor();
      await page.goBack();
      await page.waitForLoadState('networkidle');
      expect(await page.locator('body').innerText()).not.toContain(secret.replaceAll('-', ' '));
      await page.goto(`/admin/influencers/${id}`);
      await page.waitForLoadState('networkidle');
      expect(await page.locator('body').innerText()).not.toContain(email);
      expect(await stored()).toMatchObject({ session: '{}', cookies: '' });
    }));

  it('shows names that are markup as text, to members and to the creator themselves (HT-07)', () =>
    windows.tell(async () => {
      const name = `<img src=x onerror="document.title='hacked'">{{7*7}}<script>document.title='hacked'</script>`;
      const email = `markup-${Date.now()}@creators.example`;
      const door = await story.admin();
      const { id } = await door.post<{ id: string }>('/v1/influencers', { name, email });
      const member = await asMember();
      const creator = await windows.ofSomebody();
      await member.goto(`/admin/influencers/${id}`);
      await member.getByRole('heading', { name, exact: true }).waitFor();
      await member.goto(`/admin/influencers?q=${encodeURIComponent('markup')}`);
      await signInAsCreator(story, creator, email);
      for (const page of [member, creator]) {
        expect(await page.title()).not.toContain('hacked');
        expect(await page.locator('img[src="x"]').count()).toBe(0);
      }
      expect(windows.takeTroubles()).toEqual([]);
    }));

  it('meets with refusal what was not served by us, and every test of every page would fail for it', () =>
    windows.tell(async () => {
      const page = await windows.ofSomebody();
      await page.goto('/');
      for (const planted of [
        "document.body.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.ran = true' }))",
        "document.body.append(Object.assign(document.createElement('img'), { src: 'http://elsewhere.example/x.png' }))",
        "void setTimeout(() => { throw new Error('nobody catches this') })",
      ])
        await page.evaluate(planted);
      const seen: string[] = [];
      await eventually('all three', () => {
        seen.push(...windows.takeTroubles());
        return Promise.resolve(seen.length >= 3);
      });
      for (const one of [
        'nobody catches this',
        'img-src refuses http://elsewhere.example',
        'script-src-elem refuses inline',
      ])
        expect(seen).toContainEqual(expect.stringContaining(one));
      expect(await page.evaluate('globalThis.ran')).toBeUndefined();
    }));

  it('shows the name of who asks by a link as text, be it markup or an address (AL-07)', () =>
    windows.tell(async () => {
      const acme = await story.admin();
      const script = `document.title='hacked'`;
      for (const name of [
        `<b>Agency</b><img src=x onerror="${script}"><script>${script}</script>`,
        'South https://evil.example/sign-in <a href="https://evil.example">Agency</a>',
      ]) {
        const { door } = await furtherOrganisation(story, acme, name);
        const creator = await windows.ofSomebody();
        const link = await copyLink(door, await addInfluencer(story, door, 'browser-asked-by-markup'), 'tiktok');
        await creator.goto(link);
        await creator.getByRole('heading', { name: `${name} asks you to connect`, exact: true }).waitFor();
        const page = creator.locator('body');
        expect(await page.locator('main b, img[src="x"], main script, a[href*="evil.example"]').count()).toBe(0);
        // The title of the page names who asks, as they are written; the script would leave one word.
        expect([await creator.title(), windows.takeTroubles()]).toEqual([expect.not.stringMatching(/^hacked$/), []]);
      }
    }));
});
