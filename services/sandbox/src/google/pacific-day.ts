const PACIFIC = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The date in California, where YouTube's days begin and end: `2026-11-27`. */
export const pacificDay = (at: number): string => PACIFIC.format(at);
