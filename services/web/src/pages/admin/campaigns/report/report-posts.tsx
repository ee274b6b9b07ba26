import { Badge, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../../api/client';
import { Loading } from '../../../../components/loading';
import { ProblemNotice } from '../../../../components/problem-notice';
import { formatDate } from '../../../../i18n';
import { ExportButtons } from '../../charts/export-buttons';
import { DataTable, type Column } from '../../data-table';
import { MoreButton } from '../../more-button';
import { figureColumn, PostHead, titleOf } from '../../post-cells';
import { usePages } from '../../use-pages';
import type { ReportPost } from './report-types';

const shown = ['views', 'reach', 'likes', 'comments'] as const;

/** The dates of the campaign decide which posts count; somebody may decide otherwise for a single one. */
export function ReportPosts({ campaignId, mayChange }: { campaignId: string; mayChange: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [which, setWhich] = useState<'counted' | 'left'>('counted');
  const counted = which === 'counted';
  const posts = usePages(['report', campaignId, 'posts', counted], (page) =>
    answerOf(
      api.GET('/v1/campaigns/{id}/report/posts', {
        params: { path: { id: campaignId }, query: { counted, limit: 25, ...page } },
      }),
    ),
  );
  const decide = useMutation({
    mutationFn: ({ socialAccountId, platformPostId }: ReportPost) =>
      answerOf(
        api.PUT('/v1/campaigns/{id}/report/posts/{socialAccountId}/{platformPostId}', {
          params: { path: { id: campaignId, socialAccountId, platformPostId } },
          body: { counted: !counted },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
  const error = posts.error ?? decide.error;
  const action: Column<ReportPost> = {
    name: t('report.action'),
    number: true,
    cell: (post) => (
      <Button
        size="xs"
        variant="default"
        disabled={decide.isPending}
        aria-label={t(counted ? 'report.leaveOutWhich' : 'report.countWhich', { post: titleOf(post) })}
        onClick={() => decide.mutate(post)}
      >
        {t(counted ? 'report.leaveOut' : 'report.count')}
      </Button>
    ),
  };
  const columns: Column<ReportPost>[] = [
    {
      name: t('posts.post'),
      cell: (post) => (
        <PostHead post={post}>
          <AboutPost post={post} />
        </PostHead>
      ),
    },
    ...shown.map((metric) => figureColumn(metric, t(`posts.metric.${metric}`))),
    ...(mayChange ? [action] : []),
  ];
  return (
    <Stack gap="xs" component="section" aria-label={t('report.posts')}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('report.posts')}
        </Title>
        <ExportButtons from={`/v1/campaigns/${campaignId}/report`} table="posts" what={t('report.postsFile')} />
      </Group>
      <Group justify="flex-end">
        <SegmentedControl
          size="xs"
          aria-label={t('report.which')}
          value={which}
          onChange={(value) => setWhich(value as typeof which)}
          data={[
            { value: 'counted', label: t('report.counted') },
            { value: 'left', label: t('report.left') },
          ]}
        />
      </Group>
      {error && <ProblemNotice error={error} />}
      {!posts.items && !posts.error && <Loading />}
      {posts.items?.length === 0 && <Text size="sm">{t(counted ? 'report.noneCounted' : 'report.noneLeft')}</Text>}
      {posts.items && posts.items.length > 0 && (
        <DataTable
          label={t('report.posts')}
          columns={columns}
          rows={posts.items}
          keyOf={({ socialAccountId, platformPostId }) => `${socialAccountId} ${platformPostId}`}
          minWidth={640}
        />
      )}
      <MoreButton pages={posts} />
    </Stack>
  );
}

function AboutPost({ post }: { post: ReportPost }) {
  const { t } = useTranslation();
  return (
    <Group gap={6}>
      <Text size="xs" c="dimmed">
        {post.influencerName} · @{post.handle} · {formatDate(post.postedAt)}
      </Text>
      {post.decided && (
        <Badge size="xs" variant="light">
          {t('report.decided')}
        </Badge>
      )}
    </Group>
  );
}
