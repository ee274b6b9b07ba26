/** What a file holds: named columns and rows that come one after the other, however many there are. */
export interface Table {
  columns: readonly Column[];
  rows: AsyncIterable<Row>;
}

export interface Column {
  name: string;
  type: 'text' | 'number' | 'time';
}

/** By column; null is not known. */
export type Row = Record<string, string | number | Date | null>;

export interface Page<Item> {
  items: readonly Item[];
  nextCursor: string | null;
}

/** One page after the other, so that no file is ever in memory as a whole. */
export async function* eachPage<Item>(
  read: (cursor: string | undefined) => Promise<Page<Item>>,
  rowOf: (item: Item) => Row,
): AsyncGenerator<Row> {
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    yield* page.items.map(rowOf);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** Rows that are all there already. */
export async function* each(rows: Iterable<Row>): AsyncGenerator<Row> {
  yield* rows;
}
