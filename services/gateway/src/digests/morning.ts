/** Of the day: a digest that is late by more than this is better the one of tomorrow. */
const from = 7;
const until = 10;

/** The day (YYYY-MM-DD) whose morning it is there; undefined at any other time. */
export function morningIn(timeZone: string, now: Date): string | undefined {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)!.value;
  const hour = Number(part('hour'));
  return hour >= from && hour < until ? `${part('year')}-${part('month')}-${part('day')}` : undefined;
}
