/**
 * Whether the holder of a link must prove to be the invited person (security AL-03). An account that is known here proves
 * its person by the platform's own answer; anything new would attach whatever the holder signs in to.
 */
export function needsProof(items: readonly { socialAccountId: string | null; done: boolean }[]): boolean {
  return items.some((item) => !item.done && item.socialAccountId === null);
}
