/** One day of a figure, as the collector tells it. */
export interface DailyPoint {
  day: string;
  value: number | null;
  gap: string | null;
}

/** Days in a row on which nothing was collected, for one cause. */
export interface GapSpan {
  from: string;
  to: string;
  cause: string;
}

/** The days before the first collection say nothing. */
export function sinceFirstKnown<T extends DailyPoint>(points: readonly T[]): T[] {
  const first = points.findIndex(({ value, gap }) => value !== null || gap !== null);
  return first < 0 ? [] : points.slice(first);
}

export function gapSpans(points: readonly DailyPoint[]): GapSpan[] {
  const spans: GapSpan[] = [];
  let open: GapSpan | undefined;
  for (const { day, gap } of points) {
    if (gap !== null && open?.cause === gap) open.to = day;
    else if (gap === null) open = undefined;
    else spans.push((open = { from: day, to: day, cause: gap }));
  }
  return spans;
}

/** A line needs two points; one between two gaps is seen as a dot only. */
export const standsAlone = (points: readonly DailyPoint[], index: number): boolean =>
  !isUnknown(points[index]) && isUnknown(points[index - 1]) && isUnknown(points[index + 1]);

const isUnknown = (point: DailyPoint | undefined): boolean => point === undefined || point.value === null;

export function lastKnown<T extends DailyPoint>(points: readonly T[]): (T & { value: number }) | undefined {
  return points.findLast((point): point is T & { value: number } => point.value !== null);
}
