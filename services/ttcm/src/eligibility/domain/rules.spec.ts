import { checkEligibility, marketplaceCountries, type EligibilityFacts } from './rules';

const eligible: EligibilityFacts = {
  country: 'US',
  followers: 10_000,
  age: 18,
  businessAccount: false,
  postsLast30Days: 3,
  viewsLast30Days: 1_000,
  suitableContent: true,
};
const outcomeOf = (facts: Partial<EligibilityFacts>, rule: string) =>
  checkEligibility(facts).find((result) => result.rule === rule)?.outcome;

describe('eligibility for the Creator Marketplace (product.md 12)', () => {
  it('is given exactly at every minimum', () => {
    expect(checkEligibility(eligible).every((result) => result.outcome === 'met')).toBe(true);
  });

  it.each<[Partial<EligibilityFacts>, string]>([
    [{ followers: 9_999 }, 'minimum_followers'],
    [{ country: 'KR', followers: 49_999, age: 19 }, 'minimum_followers'],
    [{ country: 'CH' }, 'supported_country'],
    [{ age: 17 }, 'minimum_age'],
    [{ country: 'KR', followers: 50_000, age: 18 }, 'minimum_age'],
    [{ businessAccount: true }, 'personal_account'],
    [{ postsLast30Days: 2 }, 'recent_posts'],
    [{ viewsLast30Days: 999 }, 'recent_views'],
    [{ suitableContent: false }, 'suitable_content'],
  ])('%j fails exactly %s', (change, rule) => {
    const failed = checkEligibility({ ...eligible, ...change }).filter((result) => result.outcome === 'not_met');
    expect(failed.map((result) => result.rule)).toEqual([rule]);
  });

  it('says unknown where nothing is known, and guesses nothing', () => {
    expect(checkEligibility({}).every((result) => result.outcome === 'unknown')).toBe(true);
  });

  it.each([
    [9_999, 'not_met'],
    [10_000, 'unknown'],
    [49_999, 'unknown'],
    [50_000, 'met'],
  ])('%i followers in an unknown country: %s', (followers, outcome) => {
    expect(outcomeOf({ followers }, 'minimum_followers')).toBe(outcome);
  });

  it('knows 24 countries', () => {
    expect(marketplaceCountries.size).toBe(24);
    for (const country of marketplaceCountries) expect(outcomeOf({ country }, 'supported_country')).toBe('met');
  });
});
