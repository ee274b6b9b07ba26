import type { PostInsights } from '@creator-connect/platforms';
import { Secret } from '@creator-connect/security';
import { type YouTubeReader, YouTubeSource } from './youtube.source';

const access = { token: Secret.of('t'), platformAccountId: 'UCabc', scopes: [] };
const post = { id: 'v1', type: 'video', publishedAt: new Date(0), counts: { likes: 50 } };

function readerThat(insights: Partial<PostInsights>): { reader: YouTubeReader; without: string[][] } {
  const without: string[][] = [];
  const reader = {
    async *posts() {
      yield { posts: [post], next: 'n', skipped: 0 };
      yield { posts: [post], next: null, skipped: 0 };
    },
    async insightsOfPosts(query: { without: string[] }) {
      without.push(query.without);
      return new Map([['v1', { values: [], refused: [], ...insights }]]);
    },
  } as unknown as YouTubeReader;
  return { reader, without };
}

async function pagesOf(reader: YouTubeReader) {
  const pages = [];
  for await (const page of new YouTubeSource(reader).posts(access, { refused: ['dislikes'] })) pages.push(page);
  return pages;
}

it('prefers the count of now to the report, and adds what only the report has', async () => {
  const values = [
    { metric: 'likes', value: 40 },
    { metric: 'shares', value: 3 },
  ];
  const [page] = await pagesOf(readerThat({ values }).reader);
  expect(page?.posts[0]?.metrics.map(({ name, value }) => [name, value])).toEqual([
    ['likes', 50],
    ['shares', 3],
  ]);
});

it('stops asking for a metric that was refused, and says so once', async () => {
  const { reader, without } = readerThat({ refused: ['engagedViews'] });
  const pages = await pagesOf(reader);
  expect(pages.map((page) => page.refusedMetrics)).toEqual([['dislikes', 'engagedViews'], []]);
  expect(without).toEqual([['dislikes'], ['dislikes', 'engagedViews']]);
});
