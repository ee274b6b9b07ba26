import { Anchor, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Figure } from './figure';

interface PostLike {
  kind: string;
  caption: string | null;
  permalink: string | null;
  metrics: readonly { name: string; value: number }[];
}

/** By what a post is named: how its text begins. */
export const titleOf = ({ caption, kind }: Pick<PostLike, 'caption' | 'kind'>): string => caption?.slice(0, 60) || kind;

/** A post at the head of its row, with what is said about it below. */
export function PostHead({ post, children }: { post: PostLike; children: ReactNode }) {
  return (
    <Table.Th scope="row" fw="normal">
      {post.permalink ? (
        <Anchor href={post.permalink} target="_blank" rel="noreferrer noopener">
          {titleOf(post)}
        </Anchor>
      ) : (
        titleOf(post)
      )}
      {children}
    </Table.Th>
  );
}

/** A figure that the platform did not give stays empty and is never a zero. */
export function PostFigures({ post: { metrics }, names }: { post: PostLike; names: readonly string[] }) {
  return names.map((name) => (
    <Table.Td key={name} ta="right">
      <Figure value={metrics.find((metric) => metric.name === name)?.value} />
    </Table.Td>
  ));
}
