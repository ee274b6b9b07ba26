const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});
const DAY_MS = 24 * 60 * 60 * 1000;

/** When the quota of the YouTube Data API begins anew: the next midnight in California. */
export function nextPacificMidnight(now: Date): Date {
  const whole = Math.floor(now.getTime() / 1000) * 1000;
  // Twice: on the two days on which the clock is changed, 24 hours minus the time of day miss by an hour.
  const guess = whole + DAY_MS - timeOfDayMs(new Date(whole));
  const off = timeOfDayMs(new Date(guess));
  return new Date(off > DAY_MS / 2 ? guess + DAY_MS - off : guess - off);
}

function timeOfDayMs(moment: Date): number {
  const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return (((part['hour'] ?? 0) * 60 + (part['minute'] ?? 0)) * 60 + (part['second'] ?? 0)) * 1000;
}
