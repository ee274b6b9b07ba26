import type { InspectedSchema } from './inspected-schema';

/** Every table of a service that holds this text anywhere in a row, kept by the map of personal data or not. */
export async function tablesWith({ query, service }: InspectedSchema, text: string): Promise<string[]> {
  const tables = await query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = $1 ORDER BY 1',
    [service],
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await query(`SELECT FROM ${service}.${name} t WHERE t::text ILIKE $1 LIMIT 1`, [`%${text}%`]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}
