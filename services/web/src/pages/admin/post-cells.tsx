import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './data-table';
import { Figure } from './figure';

interface PostLike {
  kind: string;
  caption: string | null;
  permalink: string | null;
  metrics: readonly { name: string; value: number }[];
}

/** By what a post is named: how its text begins. */
export const titleOf = ({ caption, kind }: Pick<PostLike, 'caption' | 'kind'>): string => caption?.slice(0, 60) || kind;

/** A post by its name, with what is said about it below. */
export function PostHead({ post, children }: { post: PostLike; children: ReactNode }) {
  return (
    <>
      {post.permalink ? (
        <Anchor href={post.permalink} target="_blank" rel="noreferrer noopener">
          {titleOf(post)}
        </Anchor>
      ) : (
        titleOf(post)
      )}
      {children}
    </>
  );
}

/** A column of a figure. What the platform did not give stays empty and is never a zero. */
export const figureColumn = (metric: string, name: string): Column<PostLike> => ({
  name,
  number: true,
  cell: ({ metrics }) => <Figure value={metrics.find((one) => one.name === metric)?.value} />,
});

/** What sort of post it is; a new one of a platform keeps the platform's word. */
export function useKindText() {
  const { t, i18n } = useTranslation();
  return (kind: string): string => {
    const key = `posts.kind.${kind}`;
    return i18n.exists(key) ? t(key as 'posts.kind.image') : kind;
  };
}
