import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeApi } from '../../src/describe-api';
import { documents } from '../../src/documents';

interface Operation {
  responses: Record<string, { content?: object }>;
}

describe('the description of the API', () => {
  it('and the types of the web app are what the controllers say now (npm run docs:generate)', async () => {
    for (const [path, text] of await documents()) {
      expect(readFileSync(join(__dirname, '../../../..', path), 'utf8')).toBe(text);
    }
  });

  it('says of every address what it answers', async () => {
    const { paths = {} } = await describeApi();
    const silent = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations as Record<string, Operation>)
        .filter(([, { responses }]) =>
          Object.entries(responses).some(([status, { content }]) => /^20[01]$/.test(status) && content === undefined),
        )
        .map(([method]) => `${method} ${path}`),
    );
    expect(silent).toEqual([]);
  });
});
