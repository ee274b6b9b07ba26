import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findChromium } from '../src/find-chromium';
import { openChromium } from '../src/open-chromium';

describe('the Chromium of the tests', () => {
  const everything = () => true;
  const nothing = () => false;
  const fromNpm = () => Promise.resolve('/unpacked/chromium');

  it('is the one of CHROMIUM_PATH, else the one of the system, else the one from npm', async () => {
    const PATH = ['/opt/bin', '/usr/local/bin'].join(delimiter);
    const own = { CHROMIUM_PATH: '/opt/own/chrome', PATH };
    expect(await findChromium(own, everything, fromNpm)).toBe('/opt/own/chrome');
    expect(await findChromium(own, nothing, fromNpm)).toBe('/opt/own/chrome');
    expect(await findChromium({ CHROMIUM_PATH: '', PATH }, everything, fromNpm)).toBe('/opt/bin/chromium');
    expect(await findChromium({}, everything, fromNpm)).toBe('/usr/bin/chromium');
    expect(await findChromium({ PATH }, nothing, fromNpm)).toBe('/unpacked/chromium');
  });

  it.each([
    '/opt/bin/chromium-browser',
    '/usr/local/bin/google-chrome',
    '/usr/local/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
  ])('of the system is found by PATH, and where it usually is: %s', async (place) => {
    const PATH = ['/opt/bin', '/usr/local/bin'].join(delimiter);
    const later = '/snap/bin/google-chrome-stable';
    expect(await findChromium({ PATH }, (path) => path === place || path === later, fromNpm)).toBe(place);
  });

  it('is a program that may be run, and neither a folder nor a text of that name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chromium-'));
    const [first, second, third] = [join(folder, 'a'), join(folder, 'b'), join(folder, 'c')];
    await mkdir(join(first, 'chromium'), { recursive: true });
    await mkdir(second);
    await writeFile(join(second, 'chromium'), 'no program', { mode: 0o600 });
    await mkdir(third);
    await writeFile(join(third, 'chromium'), '#!/bin/sh\n');
    await chmod(join(third, 'chromium'), 0o700);
    expect(await findChromium({ PATH: [first, second, third].join(delimiter) })).toBe(join(third, 'chromium'));
    await rm(folder, { recursive: true });
  });

  it('is never none: where even the one from npm is missing, that is an error', async () => {
    const missing = () => Promise.reject(new Error('it is not installed'));
    await expect(findChromium({}, nothing, missing)).rejects.toThrow('it is not installed');
  });

  it('fails where CHROMIUM_PATH leads nowhere, and takes no other', async () => {
    const wrong = findChromium({ ...process.env, CHROMIUM_PATH: '/no/such/chromium' });
    await expect(openChromium(wrong)).rejects.toThrow(/no\/such\/chromium/);
  });
});
