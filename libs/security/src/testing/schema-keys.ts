/** As much of a description of an interface as its answers' keys need. */
export interface OpenApi {
  paths: Record<string, { get?: { responses?: Record<string, { content?: Record<string, { schema?: Schema }> }> } }>;
  components?: { schemas?: Record<string, Schema> };
}

export interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** Every key that an answer of this schema may have: `items[].name`, and `*` for keys that are data themselves. */
export function documentedKeys(document: OpenApi, schema: Schema): Set<string> {
  const keys = new Set<string>();
  const visit = (one: Schema, prefix: string, above: readonly Schema[]): void => {
    for (const part of partsOf(document, one)) {
      if (above.includes(part)) continue;
      const within = [...above, part];
      if (part.items) visit(part.items, `${prefix}[]`, within);
      for (const [name, child] of [...Object.entries(part.properties ?? {}), ...anyName(part)]) {
        const key = joined(prefix, name);
        keys.add(key);
        visit(child, key, within);
      }
    }
  };
  visit(schema, '', []);
  return keys;
}

/** Every key that an answer has, written in the same way. */
export function keysOf(answer: unknown, document: OpenApi, schema: Schema | undefined): Set<string> {
  const keys = new Set<string>();
  const visit = (value: unknown, parts: readonly Schema[], prefix: string): void => {
    if (Array.isArray(value)) {
      const items = parts.flatMap((part) => partsOf(document, part.items));
      for (const item of value) visit(item, items, `${prefix}[]`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, child] of Object.entries(value)) {
        const own = parts.flatMap((part) => partsOf(document, part.properties?.[name]));
        const isOwn = parts.some((part) => part.properties && Object.hasOwn(part.properties, name));
        const others = isOwn ? [] : parts.flatMap(anyName);
        const key = joined(prefix, others.length > 0 ? '*' : name);
        keys.add(key);
        visit(child, others.length > 0 ? others.flatMap(([, other]) => partsOf(document, other)) : own, key);
      }
    }
  };
  visit(answer, partsOf(document, schema), '');
  return keys;
}

const joined = (prefix: string, name: string): string => (prefix ? `${prefix}.${name}` : name);

function anyName({ additionalProperties }: Schema): [name: string, schema: Schema][] {
  return typeof additionalProperties === 'object' ? [['*', additionalProperties]] : [];
}

/** The schemas that a value may follow, without references and alternatives. */
function partsOf(document: OpenApi, schema: Schema | undefined): Schema[] {
  if (!schema) return [];
  const named = schema.$ref ? document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''] : undefined;
  const others = [...(named ? [named] : []), ...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [schema, ...others.flatMap((one) => partsOf(document, one))];
}
