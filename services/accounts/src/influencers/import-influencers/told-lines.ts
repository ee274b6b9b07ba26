import { PassThrough, type Readable } from 'node:stream';
import type { ImportInfluencersResponse, ImportLine } from './import-influencers.dto';
import type { Onlooker } from './import-influencers.handler';

/**
 * Runs an import and tells it line by line, as JSON. Resolves with the first line, so that whatever refuses the whole file is
 * still an answer of its own; a failure after that breaks the stream, which then lacks its result.
 */
export function toldLines(run: (onlooker: Onlooker) => Promise<ImportInfluencersResponse>): Promise<Readable> {
  const lines = new PassThrough();
  const gone = new AbortController();
  const begun = Promise.withResolvers<Readable>();
  const write = (line: ImportLine) => {
    if (lines.destroyed) return;
    lines.write(`${JSON.stringify(line)}\n`);
    begun.resolve(lines);
  };
  lines.once('close', () => gone.abort());
  run({ tell: (progress) => write({ progress }), gone: gone.signal }).then(
    (result) => {
      write({ result });
      lines.end();
    },
    (error: Error) => {
      begun.reject(error);
      lines.once('error', () => undefined);
      lines.destroy(error);
    },
  );
  return begun.promise;
}
