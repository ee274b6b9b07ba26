import type { CollectionGap } from '../../feeds/domain/collection-gap';

/** A calendar day of the reader's time zone, and when it begins and ends there. */
export interface Day {
  day: string;
  begins: Date;
  ends: Date;
}

/** The last change of a figure on one day; figures that stand still are not written again. */
export interface DayFigure {
  day: string;
  value: number;
  asOf: Date;
}

export interface DailyPoint {
  day: string;
  /** Null: not known, and never a zero. */
  value: number | null;
  /** When the figure became this one. */
  since: Date | null;
  /** Why it is not known; null: it is, or it was before the first collection. */
  gap: string | null;
}

/**
 * One figure day by day. A day on which nothing changed has the figure of the day before, unless nothing was collected
 * in all of it: then it is a gap, whatever is known from before. Both lists oldest first; a figure may be older than the
 * first day.
 */
export function dailySeries(
  days: readonly Day[],
  figures: readonly DayFigure[],
  gaps: readonly CollectionGap[],
  now: Date,
): DailyPoint[] {
  let next = 0;
  let last: DayFigure | undefined;
  return days.map(({ day, begins, ends }) => {
    while (next < figures.length && figures[next]!.day <= day) last = figures[next++];
    const gap = last?.day === day ? null : causeOfWholeTime(gaps, begins, ends < now ? ends : now);
    const known = gap === null && last !== undefined;
    return { day, value: known ? last!.value : null, since: known ? last!.asOf : null, gap };
  });
}

/** The first cause, when gaps without a pause between them cover all of it. */
function causeOfWholeTime(gaps: readonly CollectionGap[], from: Date, to: Date): string | null {
  let covered = from;
  let cause: string | null = null;
  for (const gap of gaps) {
    const ends = gap.to ?? to;
    if (gap.from > covered || ends <= covered) continue;
    cause ??= gap.cause;
    covered = ends;
  }
  return covered >= to ? cause : null;
}
