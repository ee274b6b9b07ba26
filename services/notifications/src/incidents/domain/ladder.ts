/** Reminders of a lapsed account: at once, after 3 and after 10 days, then there is silence (ux.md, "E-mail rules"). */
export const reminderDays = [0, 3, 10] as const;

const dayMs = 86_400_000;

/**
 * Steps before a known end at which its person gets a mail, each with what must be left of the time: with less, the next
 * step has come. The announcement at 14 days only opens the incident.
 */
const leftAtStep: Readonly<Record<number, number>> = { 7: 2 * dayMs, 2: dayMs / 2, 0: 0 };

/** Whether an announced end is worth a mail now. Announcements that waited for a consumer may be overtaken, or be over. */
export function isWorthAMail({ daysLeft, endsAt }: { daysLeft: number; endsAt: string }, now: Date): boolean {
  const needed = leftAtStep[daysLeft];
  return needed !== undefined && Date.parse(endsAt) - now.getTime() > needed;
}
