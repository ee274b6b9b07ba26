/** One day of a figure, as the collector tells it. */
export interface DailyPoint {
  day: string;
  value: number | null;
  gap: string | null;
  /** Of a sum over accounts: those that were not collected on that day, though others were. */
  missing?: readonly MissingAccounts[];
}

export interface MissingAccounts {
  cause: string;
  accounts: number;
}

/** Days in a row. */
export interface DaySpan {
  from: string;
  to: string;
}

/** The days before the first collection say nothing. */
export function sinceFirstKnown<T extends DailyPoint>(points: readonly T[]): T[] {
  const first = points.findIndex(({ value, gap }) => value !== null || gap !== null);
  return first < 0 ? [] : points.slice(first);
}

/** Days on which nothing was collected, for one cause. */
export const gapSpans = (points: readonly DailyPoint[]): (DaySpan & { cause: string })[] =>
  spansOf(points, ({ gap }) => gap ?? undefined).map(({ what, ...span }) => ({ ...span, cause: what }));

/** Days on which the same accounts, by number and cause, were not collected though others were. */
export const missingSpans = (points: readonly DailyPoint[]): (DaySpan & { missing: readonly MissingAccounts[] })[] =>
  spansOf(
    points,
    ({ missing }) => (missing?.length ? missing : undefined),
    (missing) => missing.map(({ cause, accounts }) => `${cause} ${accounts}`).join(),
  ).map(({ what, ...span }) => ({ ...span, missing: what }));

function spansOf<T>(
  points: readonly DailyPoint[],
  whatOf: (point: DailyPoint) => T | undefined,
  keyOf: (what: T) => unknown = (what) => what,
): (DaySpan & { what: T })[] {
  const spans: (DaySpan & { what: T })[] = [];
  let open: (DaySpan & { what: T }) | undefined;
  for (const point of points) {
    const { day } = point;
    const what = whatOf(point);
    if (what === undefined) open = undefined;
    else if (open && keyOf(open.what) === keyOf(what)) open.to = day;
    else spans.push((open = { from: day, to: day, what }));
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
