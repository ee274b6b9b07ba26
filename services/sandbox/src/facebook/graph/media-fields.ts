import type { Box } from '../../box/box';
import { siteUrl } from '../../ui/sites';
import { instagramId } from '../../world/ids';
import type { InstagramPost } from '../../world/instagram-posts';
import { postNumbers, type PostNumbers } from '../../world/instagram-numbers';
import { render, type Field, type Resolvers } from './fields';

interface MediaNode {
  box: Box;
  post: InstagramPost;
  numbers: PostNumbers;
}

const isVideo = ({ kind }: InstagramPost): boolean => kind === 'REEL' || kind === 'STORY';
const picture = ({ box }: MediaNode, id: string): string => siteUrl(box, 'instagram', `/cdn/${id}.svg`);

/** `2026-11-02T07:56:32+0000`: Meta's spelling of a moment. */
export const graphTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, '+0000');

/** Instagram's short codes are the id in base 64. */
export const shortcodeOf = (id: string): string =>
  Buffer.from(BigInt(id).toString(16).padStart(16, '0'), 'hex').toString('base64url');

export const mediaIdOf = (shortcode: string): string =>
  BigInt(`0x${Buffer.from(shortcode, 'base64url').toString('hex') || '0'}`).toString();

export function permalinkOf(box: Box, post: InstagramPost): string {
  if (post.kind === 'STORY') return siteUrl(box, 'instagram', `/stories/${post.account.username}/${post.id}`);
  return siteUrl(box, 'instagram', `/${post.kind === 'REEL' ? 'reel' : 'p'}/${shortcodeOf(post.id)}/`);
}

/** Fields of a media node (platforms.md 1.8). [FB26, IGCL] */
const MEDIA: Resolvers<MediaNode> = {
  id: ({ post }) => post.id,
  caption: ({ post }) => (post.kind === 'STORY' ? undefined : post.caption),
  media_type: ({ post }) => ({ IMAGE: 'IMAGE', CAROUSEL: 'CAROUSEL_ALBUM', REEL: 'VIDEO', STORY: 'VIDEO' })[post.kind],
  media_product_type: ({ post }) => ({ IMAGE: 'FEED', CAROUSEL: 'FEED', REEL: 'REELS', STORY: 'STORY' })[post.kind],
  media_url: (node) => (node.post.copyrighted ? undefined : picture(node, node.post.id)),
  thumbnail_url: (node) => (isVideo(node.post) ? picture(node, node.post.id) : undefined),
  permalink: ({ box, post }) => permalinkOf(box, post),
  shortcode: ({ post }) => shortcodeOf(post.id),
  timestamp: ({ post }) => graphTime(post.at),
  username: ({ post }) => post.account.username,
  owner: ({ post }) => ({ id: instagramId(post.account.number) }),
  like_count: ({ post, numbers }) => (post.hidesLikes ? undefined : numbers.likes),
  comments_count: ({ numbers }) => numbers.comments,
  is_comment_enabled: () => true,
  is_shared_to_feed: ({ post }) => (post.kind === 'REEL' ? true : undefined),
  alt_text: () => undefined,
  media_audio_type: ({ post }) => (post.kind === 'REEL' ? 'original_sounds' : undefined),
  is_ai_generated: () => false,
  reposts_count: ({ numbers }) => numbers.reposts,
  saved_count: ({ numbers }) => numbers.saved,
  shares_count: ({ numbers }) => numbers.shares,
  total_like_count: ({ numbers }) => numbers.likes,
  total_comments_count: ({ numbers }) => numbers.comments,
  total_views_count: ({ numbers }) => numbers.views + numbers.facebookViews,
  // Seen through Business Discovery only; there it adds up Instagram and Facebook. [IGCL]
  view_count: ({ post, numbers }) => (isVideo(post) ? numbers.views + numbers.facebookViews : undefined),
  children: (node, field) =>
    node.post.kind === 'CAROUSEL'
      ? { data: node.post.children.map((id) => renderChild(node.box, node.post, id, field.fields)) }
      : undefined,
};

export function renderMedia(box: Box, post: InstagramPost, fields: readonly Field[]): Record<string, unknown> {
  const numbers = postNumbers(box.world.seed, post, box.clock.now());
  return render('Media', MEDIA, { box, post, numbers }, fields);
}

interface ChildNode {
  box: Box;
  post: InstagramPost;
  id: string;
}

const CHILD: Resolvers<ChildNode> = {
  id: ({ id }) => id,
  media_type: () => 'IMAGE',
  media_url: ({ box, id }) => siteUrl(box, 'instagram', `/cdn/${id}.svg`),
  permalink: ({ box, post }) => permalinkOf(box, post),
  timestamp: ({ post }) => graphTime(post.at),
  username: ({ post }) => post.account.username,
};

export const renderChild = (
  box: Box,
  post: InstagramPost,
  id: string,
  fields: readonly Field[],
): Record<string, unknown> => render('Media', CHILD, { box, post, id }, fields);
