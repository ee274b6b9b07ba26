import type { UnusableReason } from '@creator-connect/platforms';
import type { Cause } from './causes';

/** A Page that the consent shows, with the account it leads to, as the person would see it. */
export interface SeenPage {
  page: string | null;
  handle: string | null;
  /** Why the platform client can not use it; null: it can. */
  reason: UnusableReason | null;
  /** Whether its account may come back in this attempt; true where any may, or none is visible. */
  expected: boolean;
}

export interface Evidence {
  pages: readonly SeenPage[];
  /** null: the choice of Pages was not narrowed, so every Page of the person is in it. */
  tickedPages: readonly string[] | null;
  /** One account must come back, and it was ticked in the dialog, wherever it is connected. */
  expectedWasTicked: boolean;
  /** One account must come back: shown beside those that came. */
  expectedHandle: string | null;
}

export interface Diagnosis {
  cause: Cause;
  /** Names of the Pages that the cause is about. */
  pages: readonly string[];
  expectedHandle: string | null;
  /** Accounts that came back instead of the expected one. */
  arrivedHandles: readonly string[];
}

/**
 * What each Page proves, the strongest first: a Page whose account is visible and barred says more than one that shows
 * nothing. Where several Pages lead nowhere for different reasons, the person is told of the strongest alone.
 */
const causeOfReason: readonly (readonly [UnusableReason, Cause])[] = [
  ['page_role_insufficient', 'placeholder_page'],
  ['page_token_missing', 'page_access_missing'],
  ['page_not_shared', 'page_in_portfolio'],
  ['instagram_on_another_page', 'on_another_page'],
  ['instagram_personal', 'personal_account'],
  ['instagram_not_shared', 'instagram_not_ticked'],
  ['page_without_instagram', 'page_without_instagram'],
];

/**
 * Exactly one cause why a consent with every permission lets no account be connected; null when one can be. Names
 * nothing that the facts do not support: what two causes have in common is said by the text of the weaker one.
 */
export function diagnose({ pages, tickedPages, expectedWasTicked, expectedHandle }: Evidence): Diagnosis | null {
  if (pages.some(({ reason, expected }) => reason === null && expected)) return null;
  const others = pages.filter(({ expected }) => !expected);
  const mine = pages.filter(({ expected }) => expected);
  // Accounts came, the expected one was not even offered: another profile at Facebook, whatever the other Pages lack.
  if (others.length > 0 && !expectedWasTicked && !mine.some(({ handle }) => handle !== null)) {
    const arrivedHandles = others.flatMap(({ handle }) => handle ?? []);
    return { cause: 'expected_not_offered', pages: namesOf(others), expectedHandle, arrivedHandles };
  }
  for (const [reason, cause] of causeOfReason) {
    const found = mine.filter((page) => page.reason === reason);
    if (found.length > 0) return about(cause, found);
  }
  // The expected account was ticked, and every listed Page carries another one.
  if (others.length > 0) return about('on_another_page', others);
  return about(tickedPages === null ? 'no_page' : 'page_not_ticked', []);
}

/** YouTube: the account that was chosen at Google leads to nothing. */
export function diagnoseChannels(channels: number): Diagnosis | null {
  return channels === 0 ? about('no_channel', []) : null;
}

function about(cause: Cause, found: readonly SeenPage[]): Diagnosis {
  return { cause, pages: namesOf(found), expectedHandle: null, arrivedHandles: [] };
}

function namesOf(pages: readonly SeenPage[]): string[] {
  return pages.flatMap(({ page }) => page ?? []);
}
