import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Story, Windows } from '../src';
import { addInfluencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { memberOnRoster, signInAsCreator } from '../src/windows/steps';

/** What only a real browser can show of security.md: HT-01, HT-07. */
describe('the web app under attack', () => {
  let story: Story;
  let windows: Windows;
  let gateway: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    gateway = story.status.addresses['gateway']!;
    windows = await Windows.open(gateway);
  }, 120_000);
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
      const violations: string[] = [];
      for (const page of [member, creator])
        page.on('console', (message) => {
          if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
        });
      await member.goto(`/admin/influencers/${id}`);
      await member.getByRole('heading', { name, exact: true }).waitFor();
      await member.goto(`/admin/influencers?q=${encodeURIComponent('markup')}`);
      await signInAsCreator(story, creator, email);
      for (const page of [member, creator]) {
        expect(await page.title()).not.toContain('hacked');
        expect(await page.locator('img[src="x"]').count()).toBe(0);
      }
      expect(violations).toEqual([]);
    }));
});
