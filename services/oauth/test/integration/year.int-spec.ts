import { aYear } from '../chaos/a-year';

/** `npm run chaos:year` runs the long form: 200 accounts over a year. */
const isLong = process.env['CHAOS'] === 'long';
const seed = Number(process.env['CHAOS_SEED'] ?? 20_261_130);
const calendar = isLong
  ? { accounts: 200, days: 365, tiktokTokenDays: 1, seed }
  : { accounts: 8, days: 115, tiktokTokenDays: 20, seed };

describe('a year by moved clock', () => {
  it(
    `announces every end in time, misses none and makes none up (seed ${seed})`,
    async () => {
      const report = await aYear(calendar);
      process.stderr.write(`a year: ${JSON.stringify(report)}\n`);
      expect(report).toMatchObject({ unannounced: [], wronglyAnnounced: [], falseEnds: [], missedEnds: [] });
      expect(report.renewedInTime + report.lapsed).toBeGreaterThan(calendar.accounts / 2);
      expect(report.lapsed).toBeGreaterThan(0);
      expect(report.renewedInTime).toBeGreaterThan(0);
    },
    isLong ? 3_600_000 : 180_000,
  );
});
