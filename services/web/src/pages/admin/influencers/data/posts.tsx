import { Anchor, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../../../api/admin-types';
import { answerOf, api } from '../../../../api/client';
import { Figure } from '../../../../components/figure';
import { Loading } from '../../../../components/loading';
import { ProblemNotice } from '../../../../components/problem-notice';
import { formatDate } from '../../../../i18n';
import { MoreButton } from '../../more-button';
import { usePages } from '../../use-pages';
import { ExportLinks } from './export-links';

const shown = ['views', 'reach', 'likes', 'comments', 'shares'] as const;

/** Posts of one account with their figures; a figure that the platform did not give stays empty and is never a zero. */
export function Posts({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" component="section" aria-label={t('posts.title')}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('posts.title')}
        </Title>
        <ExportLinks accountId={accountId} table="posts" what={t('data.posts')} />
      </Group>
      <PostTable accountId={accountId} />
    </Stack>
  );
}

function PostTable({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const posts = usePages(['posts', accountId], (page) =>
    answerOf(api.GET('/v1/posts', { params: { query: { socialAccountId: accountId, limit: 25, ...page } } })),
  );
  if (posts.error && !posts.items) return <ProblemNotice error={posts.error} onRetry={() => void posts.refetch()} />;
  if (!posts.items) return <Loading />;
  if (posts.items.length === 0) return <Text>{t('posts.empty')}</Text>;
  return (
    <>
      <Table.ScrollContainer
        minWidth={640}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('posts.title') } }}
      >
        <Table striped aria-label={t('posts.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('posts.post')}</Table.Th>
              {shown.map((name) => (
                <Table.Th key={name} scope="col" ta="right">
                  {t(`posts.metric.${name}`)}
                </Table.Th>
              ))}
              <Table.Th scope="col">{t('posts.asOf')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {posts.items.map((post) => (
              <PostRow key={post.platformPostId} post={post} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <MoreButton pages={posts} />
    </>
  );
}

function PostRow({ post: { kind, postedAt, permalink, caption, metrics } }: { post: Post }) {
  const valueOf = (name: string) => metrics.find((metric) => metric.name === name)?.value;
  const asOf = metrics
    .map((metric) => metric.asOf)
    .toSorted()
    .at(-1);
  const title = caption?.slice(0, 60) || kind;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw="normal">
        {permalink ? (
          <Anchor href={permalink} target="_blank" rel="noreferrer noopener">
            {title}
          </Anchor>
        ) : (
          title
        )}
        <Text size="xs" c="dimmed">
          {kind} · {formatDate(postedAt)}
        </Text>
      </Table.Th>
      {shown.map((name) => {
        const value = valueOf(name);
        return (
          <Table.Td key={name} ta="right">
            <Figure value={value} />
          </Table.Td>
        );
      })}
      <Table.Td>
        <Text size="xs">{asOf ? formatDate(asOf) : '–'}</Text>
      </Table.Td>
    </Table.Tr>
  );
}
