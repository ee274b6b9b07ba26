import type { CheckedRule } from '@creator-connect/contracts';
import type { Limit, RuleSet } from './rule-sets';

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

/** Every rule of a set as met, not met or unknown. */
export function checkEligibility(known: Partial<EligibilityFacts>, rules: RuleSet): RuleResult[] {
  const facts = { ...unknownFacts, ...known };
  const forCountry = (limit: Limit) => (facts.country ? limit.byCountry[facts.country] : undefined) ?? limit.default;
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
      facts.country === null ? null : rules.countries.has(facts.country),
      `The account must belong to one of the ${rules.countries.size} marketplace countries.`,
    ),
    result('minimum_age', atLeast(facts.age, age), `The creator must be at least ${age} years old.`, [age, facts.age]),
    result(
      'personal_account',
      rules.accountType === 'any' ? true : facts.businessAccount === null ? null : !facts.businessAccount,
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
    result(
      'suitable_content',
      facts.suitableContent,
      `The content must be suitable for ages ${rules.contentForAge} and above.`,
    ),
  ];
}

const has = (value: number | null) => (value === null ? '' : `; there are ${value.toLocaleString('en')}`);
const all = (limit: Limit) => [limit.default, ...Object.values(limit.byCountry)];
const smallest = (limit: Limit) => Math.min(...all(limit));
const largest = (limit: Limit) => Math.max(...all(limit));
