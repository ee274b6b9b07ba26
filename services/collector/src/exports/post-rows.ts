import type { PostView } from '../posts/persistence/post-view';
import type { Column, Row } from './formats/table';

/** What a file says of a post; `metrics` are the figures that any post of the file has. */
export const postColumns = (metrics: readonly string[]): Column[] => [
  { name: 'platform_post_id', type: 'text' },
  { name: 'kind', type: 'text' },
  { name: 'posted_at', type: 'time' },
  { name: 'permalink', type: 'text' },
  { name: 'caption', type: 'text' },
  { name: 'hashtags', type: 'text' },
  ...metrics.map((name): Column => ({ name, type: 'number' })),
  { name: 'as_of', type: 'time' },
];

export const postRow = (post: PostView): Row => ({
  ...Object.fromEntries(post.metrics.map(({ name, value }) => [name, value])),
  platform_post_id: post.platformPostId,
  kind: post.kind,
  posted_at: new Date(post.postedAt),
  permalink: post.permalink,
  caption: post.caption,
  hashtags: post.hashtags.join(' '),
  as_of: new Date(post.collectedAt),
});
