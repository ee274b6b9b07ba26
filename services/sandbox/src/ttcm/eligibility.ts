import type { Box } from '../box/box';
import type { TikTokPerson } from '../tiktok/people';

/** Reason codes; their real spelling is not known (platforms.md 5.3). [inf] */
export type RejectReason =
  | 'FOLLOWERS_TOO_LOW'
  | 'COUNTRY_NOT_SUPPORTED'
  | 'UNDER_AGE'
  | 'BUSINESS_ACCOUNT'
  | 'NOT_ENOUGH_POSTS'
  | 'NOT_ENOUGH_VIEWS'
  | 'CONTENT_NOT_SUITABLE'
  | 'ACCOUNT_NOT_IN_GOOD_STANDING';

/** Where the marketplace exists. [SEED] */
const COUNTRIES = new Set('AU BR CA EG FR DE GB ID IL IT JP MY PH RU SA SG KR ES TW TH TR AE US VN'.split(' '));
const FEWEST_VIDEOS = 3;
const FEWEST_VIEWS = 1_000;
const LEAST_AGE = 18;
const LEAST_AGE_KOREA = 19;

export const inMarketplaceCountry = ({ attributes }: TikTokPerson): boolean => COUNTRIES.has(attributes.country);

/** Every rule a creator fails, not only the first (platforms.md 5.3). [SEED, TTS] */
export function failedRules(box: Box, person: TikTokPerson): RejectReason[] {
  const { attributes, persona } = person;
  const { minimumFollowers } = box.state.settings.ttcm;
  const minimum = minimumFollowers[attributes.country] ?? minimumFollowers['default'] ?? 0;
  const recent = box.world.tiktok.lastDays(persona, attributes, box.clock.now());
  const rules: [RejectReason, failed: boolean][] = [
    ['FOLLOWERS_TOO_LOW', attributes.followers < minimum],
    ['COUNTRY_NOT_SUPPORTED', !inMarketplaceCountry(person)],
    ['UNDER_AGE', attributes.age < (attributes.country === 'KR' ? LEAST_AGE_KOREA : LEAST_AGE)],
    ['BUSINESS_ACCOUNT', attributes.accountType === 'business'],
    ['NOT_ENOUGH_POSTS', recent.videos < FEWEST_VIDEOS],
    ['NOT_ENOUGH_VIEWS', recent.views < FEWEST_VIEWS],
    ['CONTENT_NOT_SUITABLE', !attributes.contentSuitable],
    ['ACCOUNT_NOT_IN_GOOD_STANDING', !attributes.goodStanding],
  ];
  return rules.filter(([, failed]) => failed).map(([reason]) => reason);
}
