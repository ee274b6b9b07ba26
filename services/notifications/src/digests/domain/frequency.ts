export const digestFrequencies = ['off', 'daily', 'weekly'] as const;
export type DigestFrequency = (typeof digestFrequencies)[number];

/** Of a member who chose none: once a week for those who may ask creators, nothing for those who may only look. */
export const frequencyOf = (role: string): DigestFrequency => (role === 'viewer' ? 'off' : 'weekly');

/** @param day YYYY-MM-DD, where the member is. Weekly digests come on Mondays. */
export function isDigestDay(frequency: DigestFrequency, day: string): boolean {
  if (frequency === 'weekly') return new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
  return frequency === 'daily';
}
