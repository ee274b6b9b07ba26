import { daysOf, readReportPeriod, reportMonths } from './report-periods';

const now = new Date('2027-02-03T12:00:00Z');

describe('the periods of the access report', () => {
  it('are twelve months, newest first', () => {
    const months = reportMonths(now);
    expect(months.slice(0, 3)).toEqual(['2027-02', '2027-01', '2026-12']);
    expect(months).toHaveLength(12);
  });

  it('go from the first day to the last', () => {
    expect(daysOf('2027-02', now)).toEqual({ from: '2027-02-01', to: '2027-02-28' });
    expect(daysOf('2026-12', now)).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(daysOf('year', now)).toEqual({ from: '2026-02-04', to: '2027-02-03' });
  });

  it('are read from an address that somebody may have mistyped', () => {
    expect(['2027-02', 'year', '2027-13', 'x', 7, undefined].map(readReportPeriod)).toEqual([
      '2027-02',
      'year',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
