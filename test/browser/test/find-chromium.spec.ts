import { findChromium } from '../src/find-chromium';
import { openChromium } from '../src/open-chromium';

describe('the Chromium of the tests', () => {
  const everything = () => true;
  const nothing = () => false;

  it('is the one of CHROMIUM_PATH, else the one of the system, else none of this machine', () => {
    expect(findChromium({ CHROMIUM_PATH: '/opt/own/chrome' }, everything)).toBe('/opt/own/chrome');
    expect(findChromium({}, everything)).toBe('/usr/bin/chromium');
    expect(findChromium({}, (path) => path === '/snap/bin/chromium')).toBe('/snap/bin/chromium');
    expect(findChromium({ CHROMIUM_PATH: '' }, everything)).toBe('/usr/bin/chromium');
    expect(findChromium({}, nothing)).toBeUndefined();
  });

  it('fails where CHROMIUM_PATH leads nowhere, and takes no other', async () => {
    const before = process.env['CHROMIUM_PATH'];
    process.env['CHROMIUM_PATH'] = '/no/such/chromium';
    try {
      await expect(openChromium()).rejects.toThrow(/no\/such\/chromium/);
    } finally {
      if (before === undefined) delete process.env['CHROMIUM_PATH'];
      else process.env['CHROMIUM_PATH'] = before;
    }
  });
});
