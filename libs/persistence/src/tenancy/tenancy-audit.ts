/** What an audit needs: something that runs SQL as a role that sees the catalogue of the schema. */
type Query = (text: string, values: unknown[]) => Promise<Record<string, unknown>[]>;

const unprotectedTables = `
  SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped
   WHERE n.nspname = $1 AND c.relkind IN ('r', 'p')
     AND NOT (c.relrowsecurity AND c.relforcerowsecurity
              AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenancy'
                          AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL))`;

const nullableTenants = `
  SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped
   WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') AND NOT a.attnotnull`;

const definerViews = `
  SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname = $1 AND c.relkind IN ('v', 'm')
     AND NOT COALESCE(c.reloptions @> ARRAY['security_invoker=true'] OR c.reloptions @> ARRAY['security_invoker=on'], false)`;

const definerFunctions = `
  SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
   WHERE n.nspname = $1 AND p.prosecdef
     AND NOT EXISTS (SELECT 1 FROM unnest(p.proconfig) setting WHERE setting LIKE 'search_path=%')`;

/**
 * Reads the catalogue and lists every hole in the tenancy of a schema, in words; an empty list is what a test expects.
 * Checked: row-level security enabled, forced and with both halves of the policy; no nullable `org_id`; views run with
 * the reader's rights; functions with their owner's rights have a fixed search path.
 */
export async function tenancyFaults(query: Query, schema: string): Promise<string[]> {
  const checks: [string, string][] = [
    [unprotectedTables, 'has org_id but no forced row-level security'],
    [nullableTenants, 'has an org_id that may be null'],
    [definerViews, 'is a view that runs with its owner’s rights'],
    [definerFunctions, 'is a SECURITY DEFINER function without a fixed search path'],
  ];
  const faults: string[] = [];
  for (const [text, complaint] of checks) {
    for (const row of await query(text, [schema])) faults.push(`${schema}.${String(row.name)} ${complaint}`);
  }
  return faults;
}
