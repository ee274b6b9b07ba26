import type { Day, DayFigure } from '../../metrics/domain/daily-series';
import { campaignSeries, type AccountHistory } from './campaign-days';

const at = (text: string) => new Date(`2026-11-${text}Z`);
const days: Day[] = ['01', '02', '03', '04'].map((day) => ({
  day: `2026-11-${day}`,
  begins: at(`${day}T00:00`),
  ends: new Date(at(`${day}T00:00`).getTime() + 86_400_000),
}));
const now = at('04T12:00');
const figure = (day: string, value: number): DayFigure => ({ day: `2026-11-${day}`, value, asOf: at(`${day}T10:00`) });
const account = (figures: DayFigure[], ...gaps: AccountHistory['gaps']): AccountHistory => ({ figures, gaps });
const away = { from: at('01T23:00'), to: at('04T01:00'), cause: 'password_changed' };

describe('a figure of a campaign day by day', () => {
  it('adds up what is known of each account, and is unknown before the first of them', () => {
    const series = campaignSeries(
      days,
      [account([figure('02', 10)]), account([figure('03', 5), figure('04', 7)])],
      now,
    );
    expect(series.map(({ value }) => value)).toEqual([null, 10, 15, 17]);
    expect(series.map(({ since }) => since)).toEqual([null, at('02T10:00'), at('03T10:00'), at('04T10:00')]);
    expect(series.every(({ gap, missing }) => gap === null && missing.length === 0)).toBe(true);
  });

  it('keeps the last figure of an account that was not collected, and names it as missing', () => {
    const steady = account([figure('01', 1), figure('03', 2)]);
    const series = campaignSeries(days, [account([figure('01', 10)], away), steady], now);
    expect(series.map(({ value }) => value)).toEqual([11, 11, 12, 12]);
    expect(series.map(({ missing }) => missing)).toEqual([
      [],
      [{ cause: 'password_changed', accounts: 1 }],
      [{ cause: 'password_changed', accounts: 1 }],
      [],
    ]);
  });

  it('has a gap with its cause where none of its accounts was collected', () => {
    const series = campaignSeries(days, [account([figure('01', 10)], away), account([figure('01', 1)], away)], now);
    expect(series.map(({ value }) => value)).toEqual([11, null, null, 11]);
    expect(series.map(({ gap }) => gap)).toEqual([null, 'password_changed', 'password_changed', null]);
  });

  it('of an account that did not begin yet lacks nothing but that account', () => {
    const series = campaignSeries(days, [account([figure('01', 10)], away), account([figure('04', 1)])], now);
    expect(series.map(({ value }) => value)).toEqual([10, null, null, 11]);
    expect(series.map(({ gap }) => gap)).toEqual([null, 'password_changed', 'password_changed', null]);
  });
});
