import { marketplaceCauseOf, needsOwner } from './marketplace-cause';

it.each([
  ['ttcm.not_connected', 'not_connected', true],
  ['ttcm.reauth_needed', 'reauth_needed', true],
  ['ttcm.figures_not_permitted', 'figures_not_permitted', true],
  ['ttcm.not_a_member', 'not_a_member', false],
  ['ttcm.region_not_supported', 'region_not_supported', false],
] as const)('%s is known, and says who mends it', (rule, cause, owner) => {
  expect(marketplaceCauseOf(rule)).toBe(cause);
  expect(needsOwner(cause)).toBe(owner);
});

it.each(['ttcm.unavailable', 'tiktok:rate_limit_exceeded', 'oauth.no_authorization', null, undefined])(
  '%s is no cause of the marketplace',
  (rule) => {
    expect(marketplaceCauseOf(rule)).toBeUndefined();
  },
);
