/** A month as YYYY-MM, or the year that ends today. */
export type ReportPeriod = string;

const monthForm = /^\d{4}-(?:0[1-9]|1[0-2])$/;
export const wholeYear = 'year';
const shownMonths = 12;
const dayMs = 86_400_000;

export const readReportPeriod = (value: unknown): ReportPeriod | undefined =>
  typeof value === 'string' && (value === wholeYear || monthForm.test(value)) ? value : undefined;

/** Newest first, as far back as looks are kept. */
export function reportMonths(now: Date): ReportPeriod[] {
  return Array.from({ length: shownMonths }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
}

/** First and last day, UTC, both included. */
export function daysOf(period: ReportPeriod, now: Date): { from: string; to: string } {
  if (period === wholeYear) return { from: dayOf(now.getTime() - 364 * dayMs), to: dayOf(now.getTime()) };
  const [year, month] = period.split('-').map(Number) as [number, number];
  return { from: `${period}-01`, to: dayOf(Date.UTC(year, month, 0)) };
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
