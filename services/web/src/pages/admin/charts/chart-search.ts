/** How charts are shown, as it stands in the address: a link shows the same to whoever gets it. */

export const ranges = [7, 30, 90, 365] as const;
/** The last days, today included. */
export type Range = (typeof ranges)[number];

export type View = 'chart' | 'table';

/** What is read as a table instead of drawn: names with commas between them. */
export interface Tables {
  tables?: string;
}

export const readRange = (raw: unknown): Range | undefined => ranges.find((days) => String(days) === String(raw));

/** Drops what is no chart of the page; undefined: everything is drawn. */
export function readTables(raw: unknown, charts: readonly string[]): string | undefined {
  const named = typeof raw === 'string' ? raw.split(',') : [];
  return charts.filter((name) => named.includes(name)).join(',') || undefined;
}

export const viewOf = (tables: string | undefined, chart: string): View =>
  tables?.split(',').includes(chart) ? 'table' : 'chart';

export function withView(tables: string | undefined, chart: string, view: View): Tables {
  const others = tables?.split(',').filter((name) => name !== chart) ?? [];
  const named = view === 'table' ? [...others, chart] : others;
  return named.length > 0 ? { tables: named.join(',') } : {};
}
