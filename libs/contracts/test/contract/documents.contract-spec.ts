import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '@creator-connect/contracts';
import { incompatibilities } from '../../src/documents/compatibility';
import { documents } from '../../src/documents/documents';
import { payloadSchema, type JsonSchema } from '../../src/documents/json-schema';

const docs = join(__dirname, '../../../../docs');
const released = join(__dirname, '../../released');
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as JsonSchema;

describe('generated documents', () => {
  it('are what the catalogue says now (npm run docs:generate)', () => {
    for (const [path, text] of documents()) expect(readFileSync(join(docs, path), 'utf8')).toBe(text);
    const expected = [...documents().keys()].filter((path) => path.startsWith('schemas/')).map((path) => path.slice(8));
    expect(readdirSync(join(docs, 'schemas')).sort()).toEqual(expected.sort());
  });
});

describe('released contracts', () => {
  const files = readdirSync(released).filter((name) => name.endsWith('.schema.json'));

  it('cover every event of the catalogue, each with a recorded example', () => {
    const names = catalogue.map((event) => `${event.type}.v${event.version}`).sort();
    expect(files.map((name) => name.replace('.schema.json', '')).sort()).toEqual(expect.arrayContaining(names));
    for (const name of names) expect(existsSync(join(released, `${name}.example.json`))).toBe(true);
  });

  it.each(catalogue.map((event) => [event.type, event] as const))('%s is still what was released', (_type, event) => {
    const before = json(join(released, `${event.type}.v${event.version}.schema.json`));
    expect(incompatibilities(before, payloadSchema(event))).toEqual([]);
  });

  it.each(catalogue.map((event) => [event.type, event] as const))('%s: producer and reader agree', (_type, event) => {
    const example = json(join(released, `${event.type}.v${event.version}.example.json`)) as never;
    expect(event.produce(example)).toEqual(example);
    expect(event.read({ ...(example as object), addedLater: true })).toEqual(example);
    expect(event.key(example)).toMatch(/^[0-9a-f-]{36}$/);
  });
});
