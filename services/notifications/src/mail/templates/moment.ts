import type { Language } from './words';

/** In the recipient's own time zone, which is named. */
export const momentIn = ({ dates }: Language, timeZone: string, at: string): string =>
  `${new Intl.DateTimeFormat(dates, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(at))} (${timeZone})`;

/** A day as it is in the recipient's own time zone. */
export const dayIn = ({ dates }: Language, timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat(dates, { dateStyle: 'long', timeZone }).format(at);
