import { lastMonth, periodOf } from './period';

const now = new Date('2026-03-01T00:00:00Z');

describe('the period of an access report', () => {
  it('is the month that ended last, over the turn of a year as well', () => {
    expect(lastMonth(now)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(lastMonth(new Date('2028-03-31T23:59:59Z'))).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(lastMonth(new Date('2027-01-01T00:00:00Z'))).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(periodOf({}, now)).toEqual(lastMonth(now));
  });

  it('is what is asked for, a single day at least', () => {
    expect(periodOf({ from: '2026-01-05', to: '2026-01-05' }, now)).toEqual({ from: '2026-01-05', to: '2026-01-05' });
  });

  it.each([
    { from: '2026-02-30', to: '2026-03-01' },
    { from: '2026-02-01' },
    { to: '2026-02-01' },
    { from: '2026-02-02', to: '2026-02-01' },
  ])('is refused: %j', (query) => {
    expect(() => periodOf(query, now)).toThrow(expect.objectContaining({ code: 'request.invalid' }));
  });
});
