import { checkedRules, type CheckedRule } from '@creator-connect/contracts';
import { rulesAt, ruleSets, type RuleSet } from './rule-sets';
import { checkEligibility, type EligibilityFacts } from './rules';

const rules = rulesAt(new Date('2026-11-30T12:00:00Z'));

/** As the product article names them (product.md 12), each with the least of followers and years that is asked there. */
const countries: readonly (readonly [name: string, code: string, followers: number, age: number])[] = [
  ['Australia', 'AU', 10_000, 18],
  ['Brazil', 'BR', 10_000, 18],
  ['Canada', 'CA', 10_000, 18],
  ['Egypt', 'EG', 10_000, 18],
  ['France', 'FR', 10_000, 18],
  ['Germany', 'DE', 10_000, 18],
  ['Great Britain', 'GB', 10_000, 18],
  ['Indonesia', 'ID', 10_000, 18],
  ['Israel', 'IL', 10_000, 18],
  ['Italy', 'IT', 10_000, 18],
  ['Japan', 'JP', 10_000, 18],
  ['Malaysia', 'MY', 10_000, 18],
  ['Philippines', 'PH', 10_000, 18],
  ['Russia', 'RU', 10_000, 18],
  ['Saudi Arabia', 'SA', 10_000, 18],
  ['Singapore', 'SG', 10_000, 18],
  ['South Korea', 'KR', 50_000, 19],
  ['Spain', 'ES', 10_000, 18],
  ['Taiwan', 'TW', 10_000, 18],
  ['Thailand', 'TH', 10_000, 18],
  ['Turkey', 'TR', 10_000, 18],
  ['United Arab Emirates', 'AE', 10_000, 18],
  ['United States', 'US', 10_000, 18],
  ['Vietnam', 'VN', 10_000, 18],
];
const codes = countries.map(([, code]) => code);

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Every two letters that could be the code of a country. */
const allCodes = letters.flatMap((first) => letters.map((second) => first + second));

const eligibleIn = (country: string, followers: number, age: number): EligibilityFacts => ({
  country,
  followers,
  age,
  businessAccount: false,
  postsLast30Days: 3,
  viewsLast30Days: 1_000,
  suitableContent: true,
});

/** For every rule, what just misses it, and the fact without which it is open. */
const changes = (
  followers: number,
  age: number,
): Record<CheckedRule, [Partial<EligibilityFacts>, keyof EligibilityFacts]> => ({
  minimum_followers: [{ followers: followers - 1 }, 'followers'],
  supported_country: [{ country: 'CH' }, 'country'],
  minimum_age: [{ age: age - 1 }, 'age'],
  personal_account: [{ businessAccount: true }, 'businessAccount'],
  recent_posts: [{ postsLast30Days: 2 }, 'postsLast30Days'],
  recent_views: [{ viewsLast30Days: 999 }, 'viewsLast30Days'],
  suitable_content: [{ suitableContent: false }, 'suitableContent'],
});

const outcomes = (facts: Partial<EligibilityFacts>, by: RuleSet = rules) =>
  Object.fromEntries(checkEligibility(facts, by).map(({ rule, outcome }) => [rule, outcome]));
const allMet = Object.fromEntries(checkedRules.map((rule) => [rule, 'met']));

const rows = countries.flatMap(([name, code, followers, age]) =>
  checkedRules.map((rule) => ({ name, code, followers, age, rule })),
);

describe('eligibility for the Creator Marketplace (product.md 12)', () => {
  it('knows these 24 countries and no other', () => {
    expect(new Set(codes).size).toBe(24);
    const supported = allCodes.filter((country) => outcomes({ country })['supported_country'] === 'met');
    expect(supported).toEqual(codes.toSorted());
    expect(new Set(allCodes.map((country) => outcomes({ country })['supported_country']))).toEqual(
      new Set(['met', 'not_met']),
    );
  });

  it.each(rows)('$rule in $name: met exactly at its minimum, missed by the least, else unknown', (row) => {
    const eligible = eligibleIn(row.code, row.followers, row.age);
    const [missed, fact] = changes(row.followers, row.age)[row.rule];
    expect(outcomes(eligible)).toEqual(allMet);
    expect(outcomes({ ...eligible, ...missed })[row.rule]).toBe('not_met');
    expect(outcomes({ ...eligible, [fact]: null })[row.rule]).toBe('unknown');
  });

  it.each(rows.filter(({ rule }) => rule !== 'supported_country'))('$rule in $name fails no other rule', (row) => {
    const [missed] = changes(row.followers, row.age)[row.rule];
    const facts = { ...eligibleIn(row.code, row.followers, row.age), ...missed };
    expect(outcomes(facts)).toEqual({ ...allMet, [row.rule]: 'not_met' });
  });

  it('says unknown where nothing is known, and guesses nothing', () => {
    expect(checkEligibility({}, rules).every((result) => result.outcome === 'unknown')).toBe(true);
  });

  it.each([
    [9_999, 'not_met'],
    [10_000, 'unknown'],
    [49_999, 'unknown'],
    [50_000, 'met'],
  ])('%i followers in an unknown country: %s', (followers, outcome) => {
    expect(outcomes({ followers })['minimum_followers']).toBe(outcome);
  });
});

describe('rules of a day', () => {
  const [first] = ruleSets;
  const later: RuleSet = {
    validFrom: '2027-03-01',
    countries: new Set(['US', 'CH']),
    minimumFollowers: { default: 5_000, byCountry: { CH: 2_000 } },
    minimumAge: { default: 16, byCountry: { CH: 17 } },
    accountType: 'any',
    recentPosts: 1,
    recentViews: 10,
    contentForAge: 16,
  };
  const sets = [first!, later];
  const on = (day: string) => rulesAt(new Date(day), sets);

  it('are those of the latest set that began, from the first minute of its day (UTC); before all, the oldest', () => {
    expect(on('2027-02-28T23:59:59Z')).toBe(first);
    expect(on('2027-03-01T00:00:00Z')).toBe(later);
    expect(on('2030-01-01T00:00:00Z')).toBe(later);
    expect(on('2020-01-01T00:00:00Z')).toBe(first);
  });

  it('stand in order, each with a day of its own', () => {
    const days = ruleSets.map(({ validFrom }) => validFrom);
    expect(days).toEqual([...new Set(days)].toSorted());
    for (const day of days) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
  });

  it.each<[CheckedRule, Partial<EligibilityFacts>, before: string, after: string]>([
    ['minimum_followers', { country: 'CH', followers: 2_000 }, 'not_met', 'met'],
    ['supported_country', { country: 'CH' }, 'not_met', 'met'],
    ['supported_country', { country: 'DE' }, 'met', 'not_met'],
    ['minimum_age', { country: 'CH', age: 17 }, 'not_met', 'met'],
    ['personal_account', { businessAccount: true }, 'not_met', 'met'],
    ['recent_posts', { postsLast30Days: 1 }, 'not_met', 'met'],
    ['recent_views', { viewsLast30Days: 10 }, 'not_met', 'met'],
  ])('%s of %j is %s before and %s after a change', (rule, facts, before, after) => {
    expect(outcomes(facts, on('2027-02-28'))[rule]).toBe(before);
    expect(outcomes(facts, on('2027-03-01'))[rule]).toBe(after);
  });

  it('say in words what the set asks for', () => {
    const words = (day: string) => checkEligibility({}, on(day)).map(({ explanation }) => explanation);
    expect(words('2027-02-28')).toEqual(
      expect.arrayContaining([
        'The account must belong to one of the 24 marketplace countries.',
        'The content must be suitable for ages 13 and above.',
      ]),
    );
    expect(words('2027-03-01')).toEqual(
      expect.arrayContaining([
        'The account must belong to one of the 2 marketplace countries.',
        'The content must be suitable for ages 16 and above.',
      ]),
    );
  });
});
