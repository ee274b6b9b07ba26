import { buffer } from 'node:stream/consumers';
import { parquetReadObjects } from 'hyparquet';
import { parquetOf } from './parquet';
import type { Column, Row } from './table';

const columns: Column[] = [
  { name: 'id', type: 'text' },
  { name: 'views', type: 'number' },
  { name: 'posted_at', type: 'time' },
];

async function written(rows: () => AsyncIterable<Row>): Promise<Record<string, unknown>[]> {
  const { buffer: file, byteOffset, byteLength } = await buffer(parquetOf({ columns, rows: rows() }));
  return parquetReadObjects({ file: file.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer });
}

const postedAt = new Date('2026-11-02T07:56:32.000Z');
async function* many(count: number): AsyncGenerator<Row> {
  for (let index = 0; index < count; index += 1) {
    yield { id: `post-${index}`, views: index % 2 === 0 ? index : null, posted_at: postedAt };
  }
}

describe('a Parquet file', () => {
  it('holds all rows of several groups, and what is not known as null', async () => {
    const rows = await written(() => many(12_001));
    expect(rows).toHaveLength(12_001);
    expect(rows[12_000]).toEqual({ id: 'post-12000', views: 12_000, posted_at: postedAt });
    expect(rows[9_999]).toEqual({ id: 'post-9999', views: null, posted_at: postedAt });
  });

  it('is one without rows, too', async () => {
    expect(await written(() => many(0))).toEqual([]);
  });

  it('reads no further ahead than one group', async () => {
    let read = 0;
    async function* counted(): AsyncGenerator<Row> {
      for await (const row of many(50_000)) {
        read += 1;
        yield row;
      }
    }
    const stream = parquetOf({ columns, rows: counted() });
    const [first] = await stream.take(1).toArray();
    expect(first).toBeInstanceOf(Buffer);
    expect(read).toBeLessThanOrEqual(15_000);
  });
});
