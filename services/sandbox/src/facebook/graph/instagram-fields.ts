import type { Box } from '../../box/box';
import { siteUrl } from '../../ui/sites';
import { instagramId } from '../../world/ids';
import type { InstagramAccount } from '../../world/instagram-accounts';
import { followersNow, instagramNamed } from '../instagram-now';
import { badParameter, GraphError } from './graph-error';
import { namedFields, render, type Field, type Resolvers } from './fields';
import { renderMedia } from './media-fields';
import { pagingOf, positionOf, readCursors, type Cursors, type Slice } from './paging';

interface AccountNode {
  box: Box;
  account: InstagramAccount;
}

/** Public figures of a professional account (platforms.md 1.8); no `account_type` on this node. [FB26] */
const PUBLIC: Resolvers<AccountNode> = {
  id: ({ account }) => instagramId(account.number),
  username: ({ account }) => account.username,
  name: ({ account }) => account.name,
  biography: ({ account }) => account.biography,
  website: ({ account }) => account.website,
  profile_picture_url: ({ box, account }) => siteUrl(box, 'instagram', `/cdn/${instagramId(account.number)}.svg`),
  followers_count: ({ box, account }) => followersNow(box, account),
  follows_count: ({ account }) => account.follows,
  media_count: ({ box, account }) => box.world.instagram.count(account, box.clock.now()),
  media: ({ box, account }, field) => {
    const slice = mediaSlice(box, account, readCursors(field.modifiers), {});
    const asked = field.fields.length > 0 ? field.fields : namedFields('id');
    return {
      data: slice.data.map((index) => renderMedia(box, box.world.instagram.post(account, index), asked)),
      ...pagingOf({ ...slice, hasNext: false, hasPrevious: false }, () => ''),
    };
  },
};

const OWN: Resolvers<AccountNode> = {
  ...PUBLIC,
  ig_id: ({ account }) => account.number,
  business_discovery: ({ box }, field) => discover(box, field),
};

export const renderInstagram = (
  box: Box,
  account: InstagramAccount,
  fields: readonly Field[],
): Record<string, unknown> => render('IGUser', OWN, { box, account }, fields);

/**
 * Public data of another professional account. A personal one and one that does not exist look alike, and one behind an
 * age limit is not returned either (that it looks alike, too: [inf]). [CODE]
 */
function discover(box: Box, field: Field): Record<string, unknown> {
  const username = field.modifiers['username'];
  if (username === undefined) throw badParameter('The parameter username is required');
  const account = instagramNamed(box, username.toLowerCase());
  if (!account || account.kind === 'personal' || account.ageGated) {
    throw new GraphError(110, 'Invalid user id', {
      subcode: 2207013,
      transient: false,
      userTitle: 'Cannot find User',
      userMessage: `The user with username: ${username} cannot be found.`,
    });
  }
  return render('IGUser', PUBLIC, { box, account }, field.fields);
}

const MOST_MEDIA = 10_000;

/** Posts newest first, as their indexes: the part asked for is found by arithmetic, however long the list is. */
export function mediaSlice(
  box: Box,
  account: InstagramAccount,
  { limit, after, before }: Cursors,
  { since, until }: { since?: number | undefined; until?: number | undefined },
): Slice<number> & { data: number[] } {
  const { instagram } = box.world;
  const count = instagram.count(account, box.clock.now());
  const newest = (until === undefined ? count : Math.min(count, instagram.count(account, until * 1000))) - 1;
  const oldest = Math.max(count - MOST_MEDIA, since === undefined ? 0 : instagram.count(account, since * 1000 - 1));
  let start = newest;
  if (after !== undefined) start = Math.min(newest, Number(positionOf(after)) - 1);
  if (before !== undefined) start = Math.min(newest, Number(positionOf(before)) + limit);
  const end = Math.max(oldest, start - limit + 1);
  const data = Array.from({ length: Math.max(0, start - end + 1) }, (_, i) => start - i);
  return {
    data,
    ...(data.length > 0 ? { first: String(start), last: String(end) } : {}),
    hasNext: end > oldest,
    hasPrevious: start < newest,
  };
}
