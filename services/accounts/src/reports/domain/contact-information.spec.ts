import { contactInformation, type ContactProfile } from './contact-information';

const profile = (biography: string | null, more: Partial<ContactProfile> = {}): ContactProfile => ({
  platform: 'youtube',
  platformAccountId: 'UCabcdefghijklmnopqrstuv',
  handle: 'bakery',
  biography,
  website: null,
  ...more,
});
const found = (biography: string, more: Partial<ContactProfile> = {}) => contactInformation(profile(biography, more));
const accounts = (biography: string, more: Partial<ContactProfile> = {}) =>
  found(biography, more).accounts.map(({ platform, handle }) => `${platform} ${handle}`);

describe('contact information of a public profile', () => {
  it('is an address, other accounts and links, each with the place it stands in', () => {
    const text =
      'Business: hello@bakery.example.\nhttps://www.instagram.com/bakery.daily/ · https://shop.example/bread';
    expect(found(text, { website: 'https://bakery.example' })).toEqual({
      emails: [{ address: 'hello@bakery.example', source: 'description' }],
      accounts: [{ platform: 'instagram', handle: 'bakery.daily', source: 'description' }],
      links: [
        { url: 'https://bakery.example/', source: 'website' },
        { url: 'https://shop.example/bread', source: 'description' },
      ],
    });
  });

  it('holds what vendors tell behind what the profile tells, each item once and with its source', () => {
    const told = { vendor: 'Example Insights', importedAt: '2026-11-02T07:56:32.000Z' };
    const vendorContacts = [
      { kind: 'email' as const, platform: null, value: 'HELLO@bakery.example', ...told },
      { kind: 'email' as const, platform: null, value: 'office@bakery.example', ...told },
      { kind: 'account' as const, platform: 'instagram' as const, value: 'bakery.daily', ...told },
      { kind: 'account' as const, platform: 'youtube' as const, value: 'Bakery', ...told },
    ];
    const by = { source: 'vendor', vendor: 'Example Insights' };
    expect(found('hello@bakery.example', { vendorContacts })).toEqual({
      emails: [
        { address: 'hello@bakery.example', source: 'description' },
        { address: 'office@bakery.example', ...by },
      ],
      // Not the profile’s own account.
      accounts: [{ platform: 'instagram', handle: 'bakery.daily', ...by }],
      links: [],
    });
  });

  it.each([
    ['instagram.com/bakery_daily', ['instagram bakery_daily']],
    ['(http://m.instagram.com/bakery?igsh=1)', ['instagram bakery']],
    ['tiktok.com/@bakery.', ['tiktok bakery']],
    ['https://www.tiktok.com/@bakery/video/7123', ['tiktok bakery']],
    ['IG: @bakery. and TikTok → @bread', ['instagram bakery', 'tiktok bread']],
    ['insta @bakery, instagram.com/BAKERY', ['instagram BAKERY']],
    ['youtube.com/@b%C3%A4cker', ['youtube bäcker']],
    ['youtube.com/c/bakery-tv https://youtube.com/user/bread', ['youtube bakery-tv', 'youtube bread']],
  ])('names the accounts in %j', (text, expected) => {
    expect(accounts(text)).toEqual(expected);
  });

  it.each([
    'Instagram: coming soon',
    'big@heart and @bakery alone',
    'https://www.instagram.com/p/Cabc/ https://instagram.com/reel/Cabc https://instagram.com/',
    'https://instagram.com.evil.example/bakery https://evil.example/instagram.com/bakery',
    'https://www.tiktok.com/explore https://www.youtube.com/watch?v=abc',
    'digest: @somebody',
  ])('names none in %j', (text) => {
    expect(accounts(text)).toEqual([]);
  });

  it('leaves the profile itself out, by its handle and by its id', () => {
    expect(accounts('youtube.com/@Bakery youtube.com/channel/UCabcdefghijklmnopqrstuv')).toEqual([]);
    expect(accounts('youtube.com/@bakery', { platform: 'tiktok' })).toEqual(['youtube bakery']);
  });

  it('is empty where the platform shows neither text nor link', () => {
    expect(contactInformation(profile(null))).toEqual({ emails: [], accounts: [], links: [] });
  });

  it('takes no script and no foreign scheme for a link', () => {
    expect(found('javascript:alert(1) data:text/html,x ftp://files.example/x').links).toEqual([]);
  });

  it('reads a text that was made to be slow in no time', () => {
    const begun = performance.now();
    // Twenty times what a platform lets a person write: what grows with the square takes minutes here.
    found(`${'a'.repeat(100_000)} ${'a.'.repeat(50_000)} ${'ig @'.repeat(20_000)}`);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
