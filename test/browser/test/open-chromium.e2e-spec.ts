import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { findChromium } from '../src/find-chromium';
import { openChromium } from '../src/open-chromium';

describe('a window of the browser', () => {
  let server: Server;
  let address: string;

  beforeAll(async () => {
    server = createServer(({ url, headers }, response) => {
      if (url?.startsWith('/sign-in/'))
        response.setHeader('set-cookie', `who=${url.split('/').at(-1)}; Path=/; HttpOnly; SameSite=Lax`);
      response.setHeader('content-type', 'text/html').end(headers.cookie ?? 'nobody');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    address = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('belongs to one person, whatever others sign in to by a request of a page', async () => {
    const browser = await openChromium();
    const pages = await Promise.all([1, 2, 3].map(async () => (await browser.newContext()).newPage()));
    const [ada, grace] = [pages[0]!, pages[1]!];
    for (const [page, name] of [
      [ada, 'ada'],
      [grace, 'grace'],
    ] as const) {
      await page.goto(address);
      await page.evaluate(`fetch('/sign-in/${name}', { method: 'POST' })`);
    }
    const seen: string[] = [];
    for (const page of pages) {
      await page.goto(address);
      seen.push(await page.innerText('body'));
    }
    await browser.close();
    expect(seen).toEqual(['who=ada', 'who=grace', 'nobody']);
  });

  it('opens with the Chromium from npm where the machine has no other', async () => {
    const browser = await openChromium(findChromium({}, () => false));
    const page = await browser.newPage();
    await page.goto(address);
    const seen = await page.innerText('body');
    await browser.close();
    expect(seen).toBe('nobody');
  });
});
