/** A number that may differ by country (ISO 3166-1 alpha-2). */
export interface Limit {
  default: number;
  byCountry: Readonly<Record<string, number>>;
}

/** Every rule of the Creator Marketplace, as it was from a day on. TikTok changes them: a change is a new set, not an edit. */
export interface RuleSet {
  /** YYYY-MM-DD, UTC */
  validFrom: string;
  countries: ReadonlySet<string>;
  minimumFollowers: Limit;
  minimumAge: Limit;
  accountType: 'personal' | 'any';
  /** Videos, and views of videos, in the last 30 days. */
  recentPosts: number;
  recentViews: number;
  /** From which age on the content must be suitable. */
  contentForAge: number;
}

/**
 * Oldest first. Countries and numbers are those of the product article (product.md 12). US and KR are documented; for
 * other countries no source gives a number, so the general rule of TikTok's support page stands (platforms.md 5.3).
 */
export const ruleSets: readonly RuleSet[] = [
  {
    validFrom: '2026-11-01',
    countries: new Set('AU BR CA EG FR DE GB ID IL IT JP MY PH RU SA SG KR ES TW TH TR AE US VN'.split(' ')),
    minimumFollowers: { default: 10_000, byCountry: { US: 10_000, KR: 50_000 } },
    minimumAge: { default: 18, byCountry: { KR: 19 } },
    accountType: 'personal',
    recentPosts: 3,
    recentViews: 1_000,
    contentForAge: 13,
  },
];

/** The rules of a day; before the first day that is known, the oldest. */
export function rulesAt(moment: Date, sets: readonly RuleSet[] = ruleSets): RuleSet {
  const day = moment.toISOString().slice(0, 10);
  return sets.findLast(({ validFrom }) => validFrom <= day) ?? sets[0]!;
}
