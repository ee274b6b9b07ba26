import i18next from 'i18next';
import { formatCompact, formatDate, formatDay, formatDayOfYear, formatSize, interpolation } from './i18n';
import { de } from './locales/de';
import { deMembers } from './locales/de-members';

/** Their region is that of the browser; the tests run without one. */
const inBrowser = (...languages: string[]) =>
  Object.defineProperty(globalThis, 'navigator', { value: { languages }, configurable: true });

describe('numbers in German', () => {
  beforeAll(async () => {
    inBrowser('de-DE');
    await i18next.init({ lng: 'de', resources: { de: { translation: { ...de, ...deMembers } } }, interpolation });
  });

  it('are grouped in every sentence', () => {
    expect(i18next.t('attention.title', { count: 12_345 })).toContain('12.345');
    expect(i18next.t('vendor.soFar', { rows: 1_000, total: 50_000, stored: 999, refused: 1 })).toMatch(
      /^1\.000 von 50\.000 .*999.*1$/,
    );
  });

  it('and texts in sentences stay as they are', () => {
    expect(i18next.t('admin.ask', { platform: '<b>$1 & /x</b>' })).toContain('<b>$1 & /x</b>');
  });

  it('are grouped where they stand short, and sizes are told as the page speaks', () => {
    expect([5_120, 18_400, 1_234_567].map(formatCompact)).toEqual(['5.120', '18.400', '1,235\u00a0Mio.']);
    expect(formatSize(1_234_567)).toMatch(/^1,2\sMB$/);
  });
});

describe('a date', () => {
  const day = '2026-11-30';

  it.each([
    ['en', ['de-DE', 'de', 'en-US', 'en'], '30 Nov 2026'],
    ['en', ['de', 'en-US', 'en'], '30 Nov 2026'],
    ['en', ['en-GB', 'en'], '30 Nov 2026'],
    ['en', ['en-US', 'de'], 'Nov 30, 2026'],
    ['en', ['en'], 'Nov 30, 2026'],
    ['de', ['de-DE'], '30.11.2026'],
    ['de', ['en-GB'], '30.11.2026'],
    ['en', ['en-US@posix'], 'Nov 30, 2026'],
    ['de', ['en-US@posix', 'C.UTF-8'], '30.11.2026'],
    ['en', ['C.UTF-8', 'de-DE'], '30 Nov 2026'],
    ['en', [], 'Nov 30, 2026'],
  ])('in %s, for a browser of %j: %s', async (language, languages, told) => {
    inBrowser(...languages);
    await i18next.init({ lng: language });
    expect(formatDay(day)).toBe(told);
    expect(formatDate(`${day}T12:00:00Z`)).toContain(told);
    expect(formatDayOfYear(day)).not.toContain('2026');
  });
});
