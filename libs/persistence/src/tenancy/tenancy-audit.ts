import type { ServiceRoles } from '../migrating/roles';

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
 * A value of one organisation that another cannot use tells that it exists (security TE-04). What includes an id that we
 * made or the hash of a secret is no such value: nobody can try it out.
 */
const sharedUniqueness = `
  SELECT i.relname AS name FROM pg_index x
    JOIN pg_class i ON i.oid = x.indexrelid
    JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute o ON o.attrelid = c.oid AND o.attname = 'org_id' AND NOT o.attisdropped
   WHERE n.nspname = $1 AND x.indisunique AND NOT (o.attnum = ANY(x.indkey))
     AND NOT EXISTS (SELECT 1 FROM pg_attribute k WHERE k.attrelid = c.oid AND k.attnum = ANY(x.indkey)
                        AND (k.atttypid = 'uuid'::regtype OR k.attname LIKE '%token_hash'))`;

const looseReferences = `
  SELECT f.conname AS name FROM pg_constraint f
    JOIN pg_class c ON c.oid = f.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute own ON own.attrelid = f.conrelid AND own.attname = 'org_id' AND NOT own.attisdropped
    JOIN pg_attribute far ON far.attrelid = f.confrelid AND far.attname = 'org_id' AND NOT far.attisdropped
   WHERE n.nspname = $1 AND f.contype = 'f' AND NOT (own.attnum = ANY(f.conkey))`;

const foreignOwners = `
  SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm') AND pg_get_userbyid(c.relowner) <> $2`;

const mightyRoles = `
  SELECT rolname AS name FROM pg_roles
   WHERE rolname = ANY($1) AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`;

const membersOfTheOwner = `
  SELECT r.rolname AS name FROM pg_roles r WHERE r.rolname = ANY($1) AND pg_has_role(r.oid, $2, 'MEMBER')`;

const dangerousRights = `
  SELECT c.relname || ' to ' || r.rolname AS name FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN pg_roles r
   WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') AND r.rolname = ANY($2)
     AND has_table_privilege(r.oid, c.oid, 'TRUNCATE, REFERENCES, TRIGGER')`;

/**
 * Reads the catalogue and lists every hole in the tenancy of a schema, in words; an empty list is what a test expects.
 * Checked (security TE-02, TE-04): row-level security enabled, forced and with both halves of the policy; no nullable
 * `org_id`; unique constraints and references within one organisation; views run with the reader's rights; functions with
 * their owner's rights have a fixed search path; the owner owns everything, and neither the runtime nor the router role
 * can become it, see past policies, or empty a table.
 */
export async function tenancyFaults(query: Query, schema: string, roles: ServiceRoles): Promise<string[]> {
  const runtime = [roles.app, roles.router];
  const checks: [text: string, values: unknown[], complaint: string][] = [
    [unprotectedTables, [schema], 'has org_id but no forced row-level security'],
    [nullableTenants, [schema], 'has an org_id that may be null'],
    [sharedUniqueness, [schema], 'is unique across organisations'],
    [looseReferences, [schema], 'refers to a row without saying of which organisation'],
    [definerViews, [schema], 'is a view that runs with its owner’s rights'],
    [definerFunctions, [schema], 'is a SECURITY DEFINER function without a fixed search path'],
    [foreignOwners, [schema, roles.owner], 'is not owned by the owner of the schema'],
    [dangerousRights, [schema, runtime], 'may be emptied, referred to or given triggers'],
    [mightyRoles, [[...runtime, roles.owner]], 'is a role that can do more than its schema needs'],
    [membersOfTheOwner, [runtime, roles.owner], 'is a role that can become the owner'],
  ];
  const faults: string[] = [];
  for (const [text, values, complaint] of checks) {
    for (const row of await query(text, values)) faults.push(`${schema}.${String(row.name)} ${complaint}`);
  }
  return faults;
}
