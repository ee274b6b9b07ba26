import type { CheckedRule } from '@creator-connect/contracts';

/** The 24 countries of the Creator Marketplace (ISO 3166-1 alpha-2), as of the product article (product.md 12). */
export const marketplaceCountries: ReadonlySet<string> = new Set(
  'AU BR CA EG FR DE GB ID IL IT JP MY PH RU SA SG KR ES TW TH TR AE US VN'.split(' '),
);

/**
 * Numbers of the rules, kept as data because TikTok changes them. US and KR are documented; for other countries no
 * source gives a number, so the general rule of TikTok's support page stands (platforms.md 5.3).
 */
export interface RuleSet {
  validFrom: string;
  minimumFollowers: { default: number; byCountry: Readonly<Record<string, number>> };
  minimumAge: { default: number; byCountry: Readonly<Record<string, number>> };
  recentPosts: number;
  recentViews: number;
}

export const currentRules: RuleSet = {
  validFrom: '2026-11-01',
  minimumFollowers: { default: 10_000, byCountry: { US: 10_000, KR: 50_000 } },
  minimumAge: { default: 18, byCountry: { KR: 19 } },
  recentPosts: 3,
  recentViews: 1_000,
};

/** What is known of an account; null means unknown, and unknown never blocks. */
export interface EligibilityFacts {
  country: string | null;
  followers: number | null;
  age: number | null;
  businessAccount: boolean | null;
  postsLast30Days: number | null;
  viewsLast30Days: number | null;
  suitableContent: boolean | null;
}

export interface RuleResult {
  rule: CheckedRule;
  outcome: 'met' | 'not_met' | 'unknown';
  /** One sentence in English, with the number that counts. */
  explanation: string;
  /** That number, for other languages; null: the rule has none. */
  least: number | null;
  /** What there is of it; null: not known. */
  actual: number | null;
}

const unknownFacts: EligibilityFacts = {
  country: null,
  followers: null,
  age: null,
  businessAccount: null,
  postsLast30Days: null,
  viewsLast30Days: null,
  suitableContent: null,
};

/** Every rule as met, not met or unknown. */
export function checkEligibility(known: Partial<EligibilityFacts>, rules: RuleSet = currentRules): RuleResult[] {
  const facts = { ...unknownFacts, ...known };
  const forCountry = (limit: RuleSet['minimumFollowers']) =>
    (facts.country ? limit.byCountry[facts.country] : undefined) ?? limit.default;
  const result = (
    rule: CheckedRule,
    met: boolean | null,
    explanation: string,
    [least, actual]: [least: number, actual: number | null] | [null, null] = [null, null],
  ): RuleResult => ({
    rule,
    outcome: met === null ? 'unknown' : met ? 'met' : 'not_met',
    explanation,
    least,
    actual,
  });
  const atLeast = (value: number | null, least: number) => (value === null ? null : value >= least);
  const followers = forCountry(rules.minimumFollowers);
  const age = forCountry(rules.minimumAge);

  return [
    result(
      'minimum_followers',
      // Without a country only a number below every country's minimum is a known failure.
      facts.country || facts.followers === null || facts.followers < smallest(rules.minimumFollowers)
        ? atLeast(facts.followers, followers)
        : facts.followers >= largest(rules.minimumFollowers)
          ? true
          : null,
      `At least ${followers.toLocaleString('en')} followers are needed${has(facts.followers)}.`,
      [followers, facts.followers],
    ),
    result(
      'supported_country',
      facts.country === null ? null : marketplaceCountries.has(facts.country),
      'The account must belong to one of the 24 marketplace countries.',
    ),
    result('minimum_age', atLeast(facts.age, age), `The creator must be at least ${age} years old.`, [age, facts.age]),
    result(
      'personal_account',
      facts.businessAccount === null ? null : !facts.businessAccount,
      'It must be a personal account; a business account can be switched in TikTok.',
    ),
    result(
      'recent_posts',
      atLeast(facts.postsLast30Days, rules.recentPosts),
      `At least ${rules.recentPosts} videos in the last 30 days are needed${has(facts.postsLast30Days)}.`,
      [rules.recentPosts, facts.postsLast30Days],
    ),
    result(
      'recent_views',
      atLeast(facts.viewsLast30Days, rules.recentViews),
      `At least ${rules.recentViews.toLocaleString('en')} video views in the last 30 days are needed${has(facts.viewsLast30Days)}.`,
      [rules.recentViews, facts.viewsLast30Days],
    ),
    result('suitable_content', facts.suitableContent, 'The content must be suitable for ages 13 and above.'),
  ];
}

const has = (value: number | null) => (value === null ? '' : `; there are ${value.toLocaleString('en')}`);
const all = (limit: RuleSet['minimumFollowers']) => [limit.default, ...Object.values(limit.byCountry)];
const smallest = (limit: RuleSet['minimumFollowers']) => Math.min(...all(limit));
const largest = (limit: RuleSet['minimumFollowers']) => Math.max(...all(limit));
