import { text } from 'node:stream/consumers';
import { once } from 'node:events';
import type { ImportInfluencersResponse } from './import-influencers.dto';
import type { Onlooker } from './import-influencers.handler';
import { toldLines } from './told-lines';

const result: ImportInfluencersResponse = { added: 2, refused: 0, rows: [] };
const progress = (done: number) => ({ stage: 'adding', done, all: 2 }) as const;

describe('an import that is told line by line', () => {
  it('tells each step, and the result last', async () => {
    const lines = await toldLines(async ({ tell }) => {
      tell(progress(1));
      await Promise.resolve();
      tell(progress(2));
      return result;
    });
    const told = (await text(lines)).trim().split('\n');
    expect(told.map((line) => JSON.parse(line))).toEqual([
      { progress: progress(1) },
      { progress: progress(2) },
      { result },
    ]);
  });

  it('refuses a whole file before the first line', async () => {
    const refusal = new Error('no CSV');
    await expect(toldLines(() => Promise.reject(refusal))).rejects.toBe(refusal);
  });

  it('that fails on its way breaks off, without a result', async () => {
    const lines = await toldLines(async ({ tell }) => {
      tell(progress(1));
      await new Promise(setImmediate);
      throw new Error('no database');
    });
    await expect(text(lines)).rejects.toThrow('no database');
  });

  it('says when nobody waits for it any more', async () => {
    const running = Promise.withResolvers<ImportInfluencersResponse>();
    let seen: Onlooker | undefined;
    const lines = await toldLines((onlooker) => {
      seen = onlooker;
      onlooker.tell(progress(1));
      return running.promise;
    });
    expect(seen!.gone.aborted).toBe(false);
    lines.destroy();
    await once(lines, 'close');
    expect(seen!.gone.aborted).toBe(true);
    seen!.tell(progress(2));
    running.resolve(result);
  });
});
