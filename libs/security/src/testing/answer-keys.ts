import { randomUUID } from 'node:crypto';
import type { Identity } from '../identity/identity';
import { permissions } from '../identity/permissions';
import type { KnockedDoor } from './access-table';
import { documentedKeys, keysOf, type OpenApi, type Schema } from './schema-keys';
import { proven, type TestOrganisation } from './test-identities';

interface ReadAnswer {
  status: number;
  type: string;
  text: string;
}

interface AnswerKeys {
  /** For docs/access: which keys each kind of caller was shown, address by address. */
  table: string;
  /** Shown to somebody, and named by no description of the interface. */
  undescribed: string[];
  /** Described, and shown to nobody: an address that answered nobody, an empty list, something that the test has not made. */
  unshown: string[];
}

/** What is asked: one address, or several where no single thing has all keys. */
type Addresses = Record<string, string | string[]>;

/**
 * Reads every public address of a service as everybody there is, and writes down which keys each was shown (security
 * TE-08), so that a new field of an answer is seen before it is shown to anybody.
 */
export async function answerKeys<Caller>(
  service: string,
  document: OpenApi,
  addresses: Addresses,
  callers: readonly [name: string, caller: Caller][],
  ask: (caller: Caller, address: string) => Promise<ReadAnswer>,
): Promise<AnswerKeys> {
  const routes = readRoutes(document);
  const paths = routes.map(({ path }) => path);
  const unknown = [
    ...paths.filter((path) => !addresses[path]).map((path) => `${path} has no address here`),
    ...Object.keys(addresses).flatMap((path) => (paths.includes(path) ? [] : `${path} is not described`)),
  ];
  if (unknown.length > 0) throw new Error(unknown.join('\n'));
  const sections: string[] = [];
  const [undescribed, unshown] = [new Set<string>(), new Set<string>()];
  for (const { path, schema } of routes) {
    const shown = new Map<string, string[]>();
    for (const [name, caller] of callers) {
      const keys = new Set<string>();
      let isAnswered = false;
      for (const address of [addresses[path]!].flat()) {
        const answer = await ask(caller, address);
        if (answer.status >= 500) throw new Error(`${path}: ${answer.status} for ${name}`);
        if (answer.status !== 200) continue;
        isAnswered = true;
        for (const key of read(answer, document, schema)) keys.add(key);
      }
      if (!isAnswered) continue;
      const list = [...keys].toSorted().join('\n');
      shown.set(list, [...(shown.get(list) ?? []), name]);
    }
    sections.push(section(path, shown));
    if (shown.size === 0) unshown.add(path);
    if (shown.size === 0 || !schema) continue;
    const seen = new Set([...shown.keys()].flatMap((list) => list.split('\n')));
    const described = documentedKeys(document, schema);
    for (const key of seen) if (key && !described.has(key)) undescribed.add(`${path} ${key}`);
    for (const key of described) if (!seen.has(key)) unshown.add(`${path} ${key}`);
  }
  const table = [`# What answers of ${service} hold`, '', note, ...sections, ''].join('\n');
  return { table, undescribed: [...undescribed].toSorted(), unshown: [...unshown].toSorted() };
}

/** The same over HTTP, as those who may read something of an organisation: members, a creator, a key with every scope. */
export async function answerKeysOf(
  service: string,
  door: KnockedDoor,
  addresses: Addresses,
  people: Record<string, Identity>,
): Promise<AnswerKeys> {
  const base = await door.app.getUrl();
  const ask = async (caller: Identity | undefined, address: string): Promise<ReadAnswer> => {
    const headers = caller ? await door.headers(caller) : {};
    const answer = await fetch(new URL(address, base), { redirect: 'manual', headers });
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
  };
  const { text } = await ask({ kind: 'service', sub: 'gateway' }, '/internal/openapi.json');
  const callers: [string, Identity | undefined][] = [['nobody', undefined], ...Object.entries(people)];
  return answerKeys(service, JSON.parse(text) as OpenApi, addresses, callers, ask);
}

/** Members of an organisation, who have just shown who they are, and a key with every scope. */
export function membersOf({ id, viewer, admin, owner }: Omit<TestOrganisation, 'nobody'>): Record<string, Identity> {
  const key: Identity = { kind: 'api_key', sub: randomUUID(), org: id, scopes: [...permissions] };
  const operator = proven({ kind: 'operator', sub: randomUUID() });
  return { viewer: proven(viewer), admin: proven(admin), owner: proven(owner), key, operator };
}

interface ReadRoute {
  path: string;
  /** None for a table: its columns stand for the keys. */
  schema: Schema | undefined;
}

/** Public addresses that are read and answer with JSON or a table. */
function readRoutes({ paths }: OpenApi): ReadRoute[] {
  return Object.entries(paths)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, { get }]) => {
      const content = get?.responses?.['200']?.content ?? {};
      const isRead = path.startsWith('/v1/') && (content['application/json'] ?? content['text/csv']) !== undefined;
      return isRead ? [{ path, schema: content['application/json']?.schema }] : [];
    });
}

function read({ type, text }: ReadAnswer, document: OpenApi, schema: Schema | undefined): Iterable<string> {
  if (type.includes('json')) return keysOf(JSON.parse(text), document, schema);
  // As spreadsheets want it, with a mark in front of the first column.
  const [columns = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return columns.split(',').map((column) => column.replaceAll('"', ''));
}

function section(path: string, shown: ReadonlyMap<string, string[]>): string {
  const lists = [...shown].map(([keys, names]) => {
    const who = names.includes('nobody') ? 'everybody' : names.join(', ');
    return [`${who}:`, '', ...keys.split('\n').map((key) => `- \`${key}\``)].join('\n');
  });
  return ['', `## GET ${path}`, '', lists.join('\n\n')].join('\n');
}

const note =
  'Observed by a test that reads every address as everybody (security TE-08), with things of every kind there. Columns stand ' +
  'for the keys of a table. Whoever is not named was shown nothing.';
