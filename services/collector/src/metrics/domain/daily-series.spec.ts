import { dailySeries, type Day, type DayFigure } from './daily-series';

const at = (text: string) => new Date(`2026-11-${text}Z`);
const days: Day[] = ['01', '02', '03', '04', '05'].map((day) => ({
  day: `2026-11-${day}`,
  begins: at(`${day}T00:00`),
  ends: new Date(at(`${day}T00:00`).getTime() + 86_400_000),
}));
const figure = (day: string, value: number): DayFigure => ({ day: `2026-11-${day}`, value, asOf: at(`${day}T10:00`) });
const now = at('05T12:00');
const valuesOf = (...given: Parameters<typeof dailySeries>) => dailySeries(...given).map(({ value }) => value);
const gapsOf = (...given: Parameters<typeof dailySeries>) => dailySeries(...given).map(({ gap }) => gap);

describe('a figure day by day', () => {
  it('stays what it was where it did not change, and is unknown before its first time', () => {
    const series = dailySeries(days, [figure('02', 10), figure('04', 12)], [], now);
    expect(series.map(({ value }) => value)).toEqual([null, 10, 10, 12, 12]);
    expect(series.map(({ gap }) => gap)).toEqual([null, null, null, null, null]);
    expect(series[2]?.since).toEqual(at('02T10:00'));
  });

  it('is known from before the first day', () => {
    const before = { day: '2026-10-20', value: 7, asOf: new Date('2026-10-20T10:00Z') };
    expect(valuesOf(days, [before], [], now)).toEqual([7, 7, 7, 7, 7]);
  });

  it('is a gap on a day on which nothing was collected at all, with its cause, and not on one it only touches', () => {
    const gap = { from: at('02T12:00'), to: at('04T12:00'), cause: 'password_changed' };
    const given = [days, [figure('01', 10), figure('04', 12)], [gap], now] as const;
    expect(valuesOf(...given)).toEqual([10, 10, null, 12, 12]);
    expect(gapsOf(...given)).toEqual([null, null, 'password_changed', null, null]);
  });

  it('is what it was after a gap in which it did not change', () => {
    const gap = { from: at('02T12:00'), to: at('04T12:00'), cause: 'throttled' };
    expect(valuesOf(days, [figure('01', 10)], [gap], now)).toEqual([10, 10, null, 10, 10]);
  });

  it('is a gap until now where nothing is collected yet again, though today is not over', () => {
    const gap = { from: at('03T23:00'), to: null, cause: 'paused_by_person' };
    expect(gapsOf(days, [figure('01', 10)], [gap], now)).toEqual([
      null,
      null,
      null,
      'paused_by_person',
      'paused_by_person',
    ]);
  });

  it('is a gap where one cause followed the other without a pause, and none where figures came between them', () => {
    const [first, second] = [
      { from: at('01T12:00'), to: at('02T12:00'), cause: 'throttled' },
      { from: at('02T12:00'), to: at('03T12:00'), cause: 'password_changed' },
    ];
    expect(gapsOf(days, [figure('01', 10)], [first, second], now)[1]).toBe('throttled');
    const later = { ...second, from: at('02T13:00') };
    expect(gapsOf(days, [figure('01', 10)], [first, later], now)[1]).toBeNull();
  });
});
