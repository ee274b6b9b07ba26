import { Readable, type PassThrough } from 'node:stream';
import { csvOf } from '@creator-connect/security';
import { ZipFile } from 'yazl';

export type Row = Record<string, unknown>;

export interface ArchivePart {
  /** Without an ending. */
  path: string;
  /** Opened once for each format, when its turn has come. */
  rows(): AsyncIterable<Row>;
}

/**
 * A ZIP with every part as JSON and as CSV, as a stream that reads a part when it gets there; a part that breaks off breaks
 * the stream. `onPart` hears how many files are done.
 */
export function writeArchive(about: object, parts: readonly ArchivePart[], onPart: (done: number) => void): Readable {
  const zip = new ZipFile();
  // Declared as the bare interface, which can not be destroyed.
  const archive = zip.outputStream as PassThrough;
  const files = parts.flatMap(({ path, rows }) => [
    { path: `${path}.json`, open: () => Readable.from(jsonOf(rows())) },
    { path: `${path}.csv`, open: () => csvOf(rows()) },
  ]);
  zip.on('error', (error: Error) => archive.destroy(error));
  zip.addBuffer(Buffer.from(`${JSON.stringify(about, null, 2)}\n`), 'about.json');
  files.forEach(({ path, open }, index) => {
    zip.addReadStreamLazy(path, (done) => {
      const content = open();
      content.once('error', (error) => archive.destroy(error));
      content.once('end', () => onPart(index + 1));
      done(null, content);
    });
  });
  zip.end();
  return archive;
}

export const filesOf = (parts: number): number => parts * 2;

async function* jsonOf(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const row of rows) {
    yield `${before}${JSON.stringify(row)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
