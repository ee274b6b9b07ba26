import { text } from 'node:stream/consumers';
import { csvOf } from './csv';
import type { Row } from './table';

it('writes times in UTC, nothing where nothing is known, and no formula', async () => {
  async function* rows(): AsyncGenerator<Row> {
    yield { caption: '=HYPERLINK("https://example.com")', views: 0, posted_at: new Date(0) };
    yield { caption: 'a, "b"', views: null, posted_at: null };
  }
  const columns = [
    { name: 'caption', type: 'text' },
    { name: 'views', type: 'number' },
    { name: 'posted_at', type: 'time' },
  ] as const;
  expect((await text(csvOf({ columns, rows: rows() }))).split('\n')).toEqual([
    'caption,views,posted_at',
    '"\'=HYPERLINK(""https://example.com"")",0,1970-01-01T00:00:00.000Z',
    '"a, ""b""",,',
    '',
  ]);
});
