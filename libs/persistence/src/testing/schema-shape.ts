import type { InspectedSchema } from './inspected-schema';

/** Everything that a migration can make or change, one line each; the list of migrations itself is not part of it. */
const shape = `
  WITH tables AS (SELECT c.* FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                   WHERE n.nspname = $1 AND c.relname NOT LIKE 'migrations%')
  SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
         || COALESCE(column_default, '') AS line
    FROM information_schema.columns WHERE table_schema = $1 AND table_name <> 'migrations'
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = $1 AND tablename <> 'migrations'
  UNION ALL SELECT 'constraint ' || t.relname || '.' || k.conname || ' ' || pg_get_constraintdef(k.oid)
    FROM pg_constraint k JOIN tables t ON t.oid = k.conrelid
  UNION ALL SELECT 'policy ' || tablename || '.' || policyname || ' ' || cmd || ' ' || COALESCE(qual, '') || ' '
         || COALESCE(with_check, '') FROM pg_policies WHERE schemaname = $1
  UNION ALL SELECT 'relation ' || relname || ' ' || relkind::text || ' ' || relrowsecurity || relforcerowsecurity || ' '
         || COALESCE(relacl::text, '') FROM tables WHERE relkind NOT IN ('i', 'I')
  UNION ALL SELECT 'column grant ' || t.relname || '.' || a.attname || ' ' || a.attacl::text
    FROM pg_attribute a JOIN tables t ON t.oid = a.attrelid WHERE a.attacl IS NOT NULL
  UNION ALL SELECT 'trigger ' || pg_get_triggerdef(g.oid) FROM pg_trigger g JOIN tables t ON t.oid = g.tgrelid
   WHERE NOT g.tgisinternal
  UNION ALL SELECT 'function ' || pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
   WHERE n.nspname = $1
  UNION ALL SELECT 'type ' || t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
   WHERE n.nspname = $1 AND t.typtype IN ('e', 'd')
  ORDER BY 1`;

export async function schemaShape({ query, service }: InspectedSchema): Promise<string[]> {
  return (await query<{ line: string }>(shape, [service])).map(({ line }) => line);
}
