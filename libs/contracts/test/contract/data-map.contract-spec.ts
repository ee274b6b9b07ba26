import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { catalogue } from '../../src';

const docs = join(__dirname, '../../../../docs');
const map = JSON.parse(readFileSync(join(docs, 'data-map.json'), 'utf8')) as {
  processing: Record<string, Record<string, string | string[]>>;
  events: Record<string, { personal: string[]; other: string[] }>;
};
const fieldsOf = (schema: z.ZodType) => Object.keys(z.toJSONSchema(schema, { io: 'input' }).properties ?? {});

describe('the map of personal data (PR-05)', () => {
  it('has every field of every event once', () => {
    const known = Object.fromEntries(
      catalogue.map(({ type, version, schema }) => [`${type}.v${version}`, fieldsOf(schema).toSorted()]),
    );
    const mapped = Object.fromEntries(
      Object.entries(map.events).map(([name, { personal, other }]) => [name, [...personal, ...other].toSorted()]),
    );
    expect(mapped).toEqual(known);
  });

  it('has personal content in events of the collector alone, and elsewhere no more than the id of an account at its platform (EV-01)', () => {
    const collector = catalogue.filter(({ topic }) => topic.name.startsWith('collector.')).map(({ type }) => type);
    const elsewhere = Object.entries(map.events)
      .filter(([name]) => !collector.includes(name.split('.')[0]!))
      .flatMap(([, { personal }]) => personal);
    expect([...new Set(elsewhere)]).toEqual(['platformAccountId']);
  });

  it('says of each processing why, on which basis, for how long and for whom (GDPR 30)', () => {
    const halves = Object.entries(map.processing).filter(
      ([, { purpose, basis, retention, recipients }]) => !purpose || !basis || !retention || !recipients?.length,
    );
    expect(halves).toEqual([]);
  });
});
