import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InspectedSchema } from './inspected-schema';

/** A table of `docs/data-map.json`. */
export interface MappedTable {
  /** Key of `processing`, which says why it is there, on which basis, for how long and for whom. */
  processing: string;
  /** Of whom rows tell. */
  about: ('influencer' | 'member' | 'nobody')[];
  personal: string[];
  other: string[];
  /** About influencers: the sets of an export that hold it, or why none does. */
  export?: { sets: string[] } | { none: string };
  /** About influencers: deleted by a statement, with what it belongs to, or why it stays. */
  erasure?: { by: 'row' | 'cascade' } | { kept: string };
}

export interface DataMap {
  processing: Record<string, { purpose: string; basis: string; retention: string; recipients: string[] }>;
  services: Record<string, Record<string, MappedTable>>;
  events: Record<string, { personal: string[]; other: string[] }>;
}

interface Column {
  table: string;
  column: string;
  isId: boolean;
}

interface Owned {
  table: string;
  owner: string;
}

/** Columns by which a row belongs to an influencer. */
const ofInfluencer =
  /^(?:influencer_id|application_id|subject_id|connection_id|grant_id|lost_sibling_ids|(?:social_|done_)?account_ids?)$/;

export function readDataMap(): DataMap {
  return JSON.parse(readFileSync(join(__dirname, '../../../../docs/data-map.json'), 'utf8')) as DataMap;
}

/**
 * What the schema of a service has and the map does not say, or says wrongly: columns, whose data it is, in which set of an
 * export it stands, and how it goes when its person is erased. `sets` are the queries of the export by name, `sources` the
 * folder of the service's code.
 */
export async function dataMapFaults(
  database: InspectedSchema,
  { sets, sources }: { sets: Readonly<Record<string, string>>; sources: string },
): Promise<string[]> {
  const map = readDataMap();
  const tables = map.services[database.service] ?? {};
  const columns = await columnsOf(database);
  const owned = await ownedTables(database);
  const code = codeIn(sources);
  const isAbout = (table: string, whom: 'influencer') => tables[table]?.about.includes(whom) === true;
  const faults: string[] = [];
  for (const { table, column, isId } of columns) {
    const mapped = tables[table];
    const places = mapped ? [...mapped.personal, ...mapped.other].filter((name) => name === column).length : 0;
    if (places !== 1) faults.push(`${table}.${column} stands ${places} times in the map`);
    if (isId && ofInfluencer.test(column) && !isAbout(table, 'influencer'))
      faults.push(`${table}.${column} belongs to an influencer, and the map says otherwise`);
  }
  for (const { table, owner } of owned)
    if (tables[owner]?.about.join() === 'influencer' && !isAbout(table, 'influencer'))
      faults.push(`${table} belongs to ${owner}, which is about an influencer, and the map says otherwise`);
  for (const [table, mapped] of Object.entries(tables)) {
    const known = columns.filter((one) => one.table === table).map(({ column }) => column);
    for (const name of [...mapped.personal, ...mapped.other])
      if (!known.includes(name)) faults.push(`${table}.${name} stands in the map and not in the schema`);
    if (!map.processing[mapped.processing]) faults.push(`${table} has the unknown processing ${mapped.processing}`);
    if (isAbout(table, 'influencer')) {
      faults.push(...exportFaults(table, mapped, sets), ...erasureFaults(table, mapped, { tables, owned, code }));
    } else if (mapped.export ?? mapped.erasure) faults.push(`${table} is about no influencer`);
  }
  const mapped = Object.values(tables).flatMap((one) => (one.export && 'sets' in one.export ? one.export.sets : []));
  faults.push(...Object.keys(sets).flatMap((set) => (mapped.includes(set) ? [] : [`no table is mapped to ${set}`])));
  return faults;
}

function exportFaults(table: string, mapped: MappedTable, sets: Readonly<Record<string, string>>): string[] {
  const given = mapped.export;
  if (!given) return [`${table} is about influencers, and nothing says where it stands in an export`];
  if ('none' in given) return given.none ? [] : [`${table} stands in no export without a reason`];
  return given.sets.flatMap((name) => {
    if (!Object.hasOwn(sets, name)) return [`there is no set ${name} of an export for ${table}`];
    return new RegExp(`\\b${table}\\b`).test(sets[name]!) ? [] : [`the set ${name} does not read ${table}`];
  });
}

function erasureFaults(
  table: string,
  mapped: MappedTable,
  { tables, owned, code }: { tables: Record<string, MappedTable>; owned: Owned[]; code: string },
): string[] {
  const given = mapped.erasure;
  if (!given) return [`${table} is about influencers, and nothing says how it is erased`];
  if ('kept' in given) return given.kept ? [] : [`${table} outlives an erasure without a reason`];
  if (given.by === 'row') {
    const entity = table.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()).replace(/s$/, '');
    const deletes = new RegExp(`DELETE FROM ${table}\\b|delete\\(${entity}Entity\\b`);
    return deletes.test(code) ? [] : [`no statement deletes from ${table}`];
  }
  const goes = owned.some((one) => {
    const erasure = one.table === table ? tables[one.owner]?.erasure : undefined;
    return erasure !== undefined && 'by' in erasure;
  });
  return goes ? [] : [`${table} goes with no table that is erased`];
}

/** Tables that hold one of these ids anywhere in a row, but for those that the map keeps. */
export async function tracesOf(database: InspectedSchema, ids: readonly string[]): Promise<string[]> {
  const tables = readDataMap().services[database.service] ?? {};
  const found: string[] = [];
  for (const [table, { erasure }] of Object.entries(tables)) {
    if (erasure && 'kept' in erasure) continue;
    const [row] = await database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${database.service}.${table} t WHERE t::text LIKE ANY ($1)`,
      [ids.map((id) => `%${id}%`)],
    );
    if (row!.count > 0) found.push(`${table}: ${row!.count}`);
  }
  return found;
}

function columnsOf({ query, service }: InspectedSchema): Promise<Column[]> {
  return query<Column>(
    `SELECT c.relname AS "table", a.attname AS "column", a.atttypid IN ('uuid'::regtype, 'uuid[]'::regtype) AS "isId"
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, a.attnum`,
    [service],
  );
}

/** By foreign keys whose rows go with their owner's. */
function ownedTables({ query, service }: InspectedSchema): Promise<Owned[]> {
  return query<Owned>(
    `SELECT c.relname AS "table", o.relname AS owner
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class o ON o.oid = k.confrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = $1 AND k.contype = 'f' AND k.confdeltype = 'c'`,
    [service],
  );
}

function codeIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && file.name.endsWith('.ts') && !file.parentPath.includes('migrations'))
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
    .join('\n');
}
