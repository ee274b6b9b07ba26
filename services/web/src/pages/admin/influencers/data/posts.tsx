import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../../../api/admin-types';
import { answerOf, api } from '../../../../api/client';
import { EmptyState } from '../../../../components/empty-state';
import { Loading } from '../../../../components/loading';
import { ProblemNotice } from '../../../../components/problem-notice';
import { formatDate } from '../../../../i18n';
import { ExportButtons } from '../../charts/export-buttons';
import { DataTable, type Column } from '../../data-table';
import { MoreButton } from '../../more-button';
import { figureColumn, PostHead, useKindText } from '../../post-cells';
import { usePages } from '../../use-pages';

const shown = ['views', 'reach', 'likes', 'comments', 'shares'] as const;

/** Posts of one account with their figures. */
export function Posts({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" component="section" aria-label={t('posts.title')}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('posts.title')}
        </Title>
        <ExportButtons from={`/v1/social-accounts/${accountId}`} table="posts" what={t('data.posts')} />
      </Group>
      <PostTable accountId={accountId} />
    </Stack>
  );
}

function PostTable({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const kindText = useKindText();
  const posts = usePages(['posts', accountId], (page) =>
    answerOf(api.GET('/v1/posts', { params: { query: { socialAccountId: accountId, limit: 25, ...page } } })),
  );
  if (posts.error && !posts.items) return <ProblemNotice error={posts.error} onRetry={() => void posts.refetch()} />;
  if (!posts.items) return <Loading />;
  if (posts.items.length === 0) return <EmptyState title={t('posts.empty')} />;
  const columns: Column<Post>[] = [
    {
      name: t('posts.post'),
      cell: (post) => (
        <PostHead post={post}>
          <Text size="xs" c="dimmed">
            {kindText(post.kind)} · {formatDate(post.postedAt)}
          </Text>
        </PostHead>
      ),
    },
    ...shown.map((metric) => figureColumn(metric, t(`posts.metric.${metric}`))),
    { name: t('posts.asOf'), cell: (post) => <Text size="xs">{asOf(post)}</Text> },
  ];
  return (
    <>
      <DataTable
        label={t('posts.title')}
        columns={columns}
        rows={posts.items}
        keyOf={({ platformPostId }) => platformPostId}
        minWidth={640}
      />
      <MoreButton pages={posts} />
    </>
  );
}

function asOf({ metrics }: Post): string {
  const last = metrics
    .map((metric) => metric.asOf)
    .toSorted()
    .at(-1);
  return last ? formatDate(last) : '–';
}
