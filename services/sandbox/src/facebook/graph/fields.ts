import { badParameter, GraphError } from './graph-error';

/** `media.limit(25).after(X){id,caption}`: a name, modifiers and the fields asked of what it leads to. */
export interface Field {
  name: string;
  modifiers: Record<string, string>;
  fields: Field[];
}

/** Reads Meta's field expansion. */
export function readFields(text: string): Field[] {
  let at = 0;
  const fail = (): GraphError =>
    new GraphError(
      2500,
      `Syntax error "Expected end of string instead of "${text.charAt(at)}"." at character ${at}: ${text}`,
    );

  const word = (): string => {
    const start = at;
    while (/[a-z0-9_]/i.test(text.charAt(at))) at += 1;
    if (at === start) throw fail();
    return text.slice(start, at);
  };

  const list = (): Field[] => {
    const fields: Field[] = [];
    do {
      const start = at;
      const field = one();
      // [K]
      if (fields.some(({ name }) => name === field.name)) {
        const told = `Field ${field.name} specified more than once. This is only possible before version 2.1`;
        throw new GraphError(2500, `Syntax error "${told}" at character ${start}: ${text}`);
      }
      fields.push(field);
    } while (text.charAt(at) === ',' && (at += 1));
    return fields;
  };

  const one = (): Field => {
    while (text.charAt(at) === ' ') at += 1;
    const field: Field = { name: word(), modifiers: {}, fields: [] };
    while (text.charAt(at) === '.') {
      at += 1;
      const name = word();
      const end = text.indexOf(')', at);
      if (text.charAt(at) !== '(' || end < 0) throw fail();
      field.modifiers[name] = text.slice(at + 1, end);
      at = end + 1;
    }
    if (text.charAt(at) === '{') {
      at += 1;
      field.fields = list();
      if (text.charAt(at) !== '}') throw fail();
      at += 1;
    }
    return field;
  };

  const fields = list();
  if (at < text.length) throw fail();
  return fields;
}

/** How each field of a node is found. `undefined` leaves the field out, as Meta does with what is not there. */
export type Resolvers<T> = Record<string, (node: T, field: Field) => unknown>;

/** The asked fields of a node; `id` always comes along. */
export function render<T>(
  type: string,
  resolvers: Resolvers<T>,
  node: T,
  asked: readonly Field[],
): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  const id = asked.some((field) => field.name === 'id') ? [] : [{ name: 'id', modifiers: {}, fields: [] }];
  for (const field of [...asked, ...id]) {
    const resolve = Object.hasOwn(resolvers, field.name) ? resolvers[field.name] : undefined;
    if (!resolve) throw nonexisting(type, field);
    const value = resolve(node, field);
    refuseSubfields(field, value);
    if (value !== undefined) answer[field.name] = value;
  }
  return answer;
}

/** The same of what is an answer already: only what was asked, and its `id` where it has one. `known`: all it may hold. */
export function masked(
  type: string,
  known: readonly string[],
  row: object,
  asked: readonly Field[] | undefined,
): object {
  if (!asked) return row;
  const unknown = asked.find(({ name }) => !known.includes(name));
  if (unknown) throw nonexisting(type, unknown);
  const names = new Set(['id', ...asked.map(({ name }) => name)]);
  for (const field of asked) refuseSubfields(field, (row as Record<string, unknown>)[field.name]);
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name)));
}

const nonexisting = (type: string, { name }: Field): GraphError =>
  badParameter(`Tried accessing nonexisting field (${name}) on node type (${type})`);

/** A text or a number has no fields of its own. That it is said so: [inf]. */
function refuseSubfields({ name, fields }: Field, value: unknown): void {
  if (fields.length > 0 && value !== undefined && typeof value !== 'object') {
    throw new GraphError(2500, `Subfields are not supported by ${name}`);
  }
}

export const namedFields = (...names: string[]): Field[] => names.map((name) => ({ name, modifiers: {}, fields: [] }));
