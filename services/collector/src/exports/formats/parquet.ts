import { Readable } from 'node:stream';
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Column, Row, Table } from './table';

/** Rows that are in memory at a time. */
const rowsInGroup = 5_000;
const types = { text: 'STRING', number: 'DOUBLE', time: 'TIMESTAMP' } as const;

export function parquetOf(table: Table): Readable {
  return Readable.from(bytesOf(table), { objectMode: false });
}

/** Group by group, each asked for only when the reader has taken the one before it. */
async function* bytesOf({ columns, rows }: Table): AsyncGenerator<Buffer> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData: columnData(columns, []) }) });
  for await (const group of groupsOf(rows)) {
    await file.write({ columnData: columnData(columns, group), rowGroupSize: rowsInGroup });
    yield taken(writer);
  }
  await file.finish();
  yield taken(writer);
}

const columnData = (columns: readonly Column[], rows: readonly Row[]) =>
  columns.map(({ name, type }) => ({ name, type: types[type], data: rows.map((row) => row[name] ?? null) }));

async function* groupsOf(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let group: Row[] = [];
  for await (const row of rows) {
    if (group.push(row) < rowsInGroup) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** What was written so far, out of the writer's memory; places in the file go on being counted from its beginning. */
function taken(writer: ByteWriter): Buffer {
  const bytes = Buffer.from(writer.getBytes());
  writer.index = 0;
  return bytes;
}
