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

/** Rows that are all there already. */
export async function* each(rows: Iterable<Row>): AsyncGenerator<Row> {
  yield* rows;
}
