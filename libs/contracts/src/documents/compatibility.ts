import type { JsonSchema } from './json-schema';

type Properties = Record<string, JsonSchema>;

const asList = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** `anyOf` of a nullable field flattened, so that `string` and `string | null` can be told apart by name. */
function typeOf(schema: JsonSchema): string {
  if (Array.isArray(schema['anyOf'])) {
    return (schema['anyOf'] as JsonSchema[]).map(typeOf).sort().join('|');
  }
  return `${String(schema['type'] ?? 'any')}${schema['format'] ? `:${String(schema['format'])}` : ''}`;
}

function enumsOf(schema: JsonSchema): string[] {
  const own = asList(schema['enum']);
  const inner = Array.isArray(schema['anyOf']) ? (schema['anyOf'] as JsonSchema[]).flatMap(enumsOf) : [];
  return [...own, ...inner].sort();
}

/**
 * What a change of a payload schema would break for somebody: nothing may be removed, renamed or retyped, no property
 * may become required or stop being so, and no enum may change without a new version of the event (messaging.md, "Contracts").
 */
export function incompatibilities(before: JsonSchema, after: JsonSchema, path = ''): string[] {
  const faults: string[] = [];
  if (typeOf(before) !== typeOf(after)) faults.push(`${path || '/'}: type ${typeOf(before)} became ${typeOf(after)}`);
  if (enumsOf(before).join() !== enumsOf(after).join()) faults.push(`${path || '/'}: enum changed`);

  const [old, now] = [before, after].map((schema) => (schema['properties'] ?? {}) as Properties) as [
    Properties,
    Properties,
  ];
  for (const [name, schema] of Object.entries(old)) {
    const next = now[name];
    if (next) faults.push(...incompatibilities(schema, next, `${path}/${name}`));
    else faults.push(`${path}/${name}: removed`);
  }
  const [wasRequired, isRequired] = [asList(before['required']), asList(after['required'])];
  for (const name of isRequired) {
    if (!wasRequired.includes(name)) faults.push(`${path}/${name}: became required`);
  }
  for (const name of wasRequired) {
    if (!isRequired.includes(name)) faults.push(`${path}/${name}: stopped being required`);
  }
  if (before['items'] && after['items']) {
    faults.push(...incompatibilities(before['items'] as JsonSchema, after['items'] as JsonSchema, `${path}[]`));
  }
  return faults;
}
