import { gapSpans, lastKnown, missingSpans, sinceFirstKnown, standsAlone, type DailyPoint } from './daily-chart';

const points = (...days: (number | string | null)[]): DailyPoint[] =>
  days.map((one, index) => ({
    day: `2026-11-0${index + 1}`,
    value: typeof one === 'number' ? one : null,
    gap: typeof one === 'string' ? one : null,
  }));

describe('a figure day by day', () => {
  it('begins with the first collection', () => {
    expect(sinceFirstKnown(points(null, null, 0, 4)).map(({ value }) => value)).toEqual([0, 4]);
    expect(sinceFirstKnown(points(null, 'paused', 1))).toHaveLength(2);
    expect(sinceFirstKnown(points(null, null))).toEqual([]);
  });

  it('has a span for each cause of days in a row', () => {
    expect(gapSpans(points(1, 'a', 'a', 'b', 2, 'b'))).toEqual([
      { from: '2026-11-02', to: '2026-11-03', cause: 'a' },
      { from: '2026-11-04', to: '2026-11-04', cause: 'b' },
      { from: '2026-11-06', to: '2026-11-06', cause: 'b' },
    ]);
    expect(gapSpans(points(1, null, 2))).toEqual([]);
  });

  it('has a span for days in a row on which the same accounts were missing', () => {
    const one = [{ cause: 'a', accounts: 1 }];
    const lacking = (...days: DailyPoint['missing'][]) =>
      points(...days.map((_, index) => index)).map((point, index) => ({ ...point, missing: days[index] ?? [] }));
    expect(missingSpans(lacking([], one, [...one], [{ cause: 'a', accounts: 2 }], [], one))).toEqual([
      { from: '2026-11-02', to: '2026-11-03', missing: one },
      { from: '2026-11-04', to: '2026-11-04', missing: [{ cause: 'a', accounts: 2 }] },
      { from: '2026-11-06', to: '2026-11-06', missing: one },
    ]);
    expect(missingSpans(points(1, 2))).toEqual([]);
  });

  it('knows the points that no line leads to', () => {
    const shown = points(1, 'a', 2, 'a', 'a', 'a', 3, 4);
    const alone = shown.flatMap((_, index) => (standsAlone(shown, index) ? [index] : []));
    expect(alone).toEqual([0, 2]);
  });

  it('was last known before a gap that goes on', () => {
    expect(lastKnown(points(1, 2, 'a'))?.day).toBe('2026-11-02');
    expect(lastKnown(points(null))).toBeUndefined();
  });
});
