import { splitUrl } from '../edge/request-path';
import { PathMatcher } from '../routing/path-matcher';

/** Whose data an address shows: one influencer's, an account's, those of a campaign, or the whole roster's. */
export type SubjectKind = 'influencer' | 'account' | 'campaign' | 'roster';

export const areas = ['profile', 'accounts', 'posts', 'mails', 'campaign', 'list', 'export'] as const;
export type Area = (typeof areas)[number];

interface ShownData {
  /** As in the routing table; the subject's id stands at `:id`, else in the query. */
  pattern: string;
  of: SubjectKind;
  area: Area;
  query?: string;
  /** Another influencer, named by the query, who is shown beside the one of the path. */
  beside?: string;
}

export interface Shown {
  of: SubjectKind;
  /** Null: the whole roster. */
  id: string | null;
  area: Area;
}

/**
 * What members see of people, address by address, first match first. An address with a query that is not given shows
 * things of everybody. A test holds this list against the description of the API.
 */
export const shownData: readonly ShownData[] = [
  { pattern: '/v1/influencers', of: 'roster', area: 'list' },
  { pattern: '/v1/influencers/export', of: 'roster', area: 'export' },
  { pattern: '/v1/influencers/:id/social-accounts', of: 'influencer', area: 'accounts' },
  { pattern: '/v1/influencers/:id/merge-preview', of: 'influencer', area: 'profile', beside: 'other' },
  { pattern: '/v1/influencers/:id/*', of: 'influencer', area: 'profile' },
  { pattern: '/v1/applications', of: 'roster', area: 'list' },
  // Of whoever is an influencer afterwards, under the same id.
  { pattern: '/v1/applications/:id', of: 'influencer', area: 'profile' },
  { pattern: '/v1/authorization-requests/*', of: 'influencer', area: 'accounts', query: 'influencerId' },
  { pattern: '/v1/social-accounts', of: 'influencer', area: 'accounts', query: 'influencerId' },
  { pattern: '/v1/social-accounts/:id/posts', of: 'account', area: 'posts' },
  { pattern: '/v1/social-accounts/:id/profile', of: 'account', area: 'posts' },
  { pattern: '/v1/social-accounts/:id/metrics/daily', of: 'account', area: 'posts' },
  { pattern: '/v1/social-accounts/:id/exports/*', of: 'account', area: 'export' },
  { pattern: '/v1/social-accounts/:id/*', of: 'account', area: 'accounts' },
  { pattern: '/v1/posts', of: 'account', area: 'posts', query: 'socialAccountId' },
  { pattern: '/v1/metrics', of: 'account', area: 'posts', query: 'socialAccountId' },
  { pattern: '/v1/ttcm-eligibility', of: 'account', area: 'accounts', query: 'socialAccountId' },
  { pattern: '/v1/ttcm-membership', of: 'account', area: 'accounts', query: 'socialAccountId' },
  { pattern: '/v1/ttcm-invites/*', of: 'influencer', area: 'accounts', query: 'influencerId' },
  { pattern: '/v1/messages/*', of: 'influencer', area: 'mails', query: 'influencerId' },
  { pattern: '/v1/addressees/:id', of: 'influencer', area: 'mails' },
  { pattern: '/v1/campaigns/:id/report/exports/*', of: 'campaign', area: 'export' },
  { pattern: '/v1/campaigns/:id/*', of: 'campaign', area: 'campaign' },
  { pattern: '/v1/notices', of: 'roster', area: 'list' },
];

const matcher = new PathMatcher(shownData);
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Nobody's data, or of an id that can be nobody's: none. */
export function shownAt(url: string): Shown[] {
  const { path, query } = splitUrl(url);
  const shown = matcher.match(path);
  if (!shown) return [];
  const { of, area, beside } = shown;
  if (of === 'roster') return [{ of, area, id: null }];
  const parameters = new URLSearchParams(query);
  const id = shown.query ? parameters.get(shown.query) : path.split('/')[idPlace(shown)];
  if (shown.query && !id) return [{ of: 'roster', area, id: null }];
  return [id, beside && parameters.get(beside)].flatMap((one) =>
    one && uuid.test(one) ? [{ of, area, id: one.toLowerCase() }] : [],
  );
}

const idPlace = ({ pattern }: ShownData): number => pattern.split('/').indexOf(':id');
