import { Anchor, Badge, Button, Group, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../../api/client';
import { Figure } from '../../../../components/figure';
import { Loading } from '../../../../components/loading';
import { ProblemNotice } from '../../../../components/problem-notice';
import { formatDate } from '../../../../i18n';
import { MoreButton } from '../../more-button';
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
  return (
    <Stack gap="xs" component="section" aria-label={t('report.posts')}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('report.posts')}
        </Title>
        <SegmentedControl
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
        <Table.ScrollContainer
          minWidth={640}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('report.posts') } }}
        >
          <Table striped>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('posts.post')}</Table.Th>
                {shown.map((name) => (
                  <Table.Th key={name} scope="col" ta="right">
                    {t(`posts.metric.${name}`)}
                  </Table.Th>
                ))}
                {mayChange && (
                  <Table.Th scope="col" ta="right">
                    {t('report.action')}
                  </Table.Th>
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {posts.items.map((post) => (
                <Table.Tr key={`${post.socialAccountId} ${post.platformPostId}`}>
                  <PostCell post={post} />
                  {shown.map((name) => (
                    <Table.Td key={name} ta="right">
                      <Figure value={post.metrics.find((metric) => metric.name === name)?.value} />
                    </Table.Td>
                  ))}
                  {mayChange && (
                    <Table.Td ta="right">
                      <Button
                        size="xs"
                        variant="default"
                        disabled={decide.isPending}
                        aria-label={t(counted ? 'report.leaveOutWhich' : 'report.countWhich', { post: titleOf(post) })}
                        onClick={() => decide.mutate(post)}
                      >
                        {t(counted ? 'report.leaveOut' : 'report.count')}
                      </Button>
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <MoreButton pages={posts} />
    </Stack>
  );
}

const titleOf = ({ caption, kind }: ReportPost): string => caption?.slice(0, 60) || kind;

function PostCell({ post }: { post: ReportPost }) {
  const { t } = useTranslation();
  return (
    <Table.Th scope="row" fw="normal">
      {post.permalink ? (
        <Anchor href={post.permalink} target="_blank" rel="noreferrer noopener">
          {titleOf(post)}
        </Anchor>
      ) : (
        titleOf(post)
      )}
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
    </Table.Th>
  );
}
