import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { de } from './de';
import { deErrors } from './de-errors';
import { deFieldFaults } from './de-field-faults';
import { deMembers } from './de-members';
import { deOwnData } from './de-own-data';
import { en } from './en';
import { enMembers } from './en-members';
import { enOwnData } from './en-own-data';
import { help as helpDe } from './help/de';
import { help as helpEn } from './help/en';

/** Every text by its path, lists as their single sentences. */
function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, path === '' ? key : `${path}.${key}`));
}
const pathsOf = (value: unknown) =>
  texts(value)
    .map(([path]) => path)
    .toSorted();
const gaps = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name!).toSorted();

describe.each([
  ['the app', en, de],
  ['the pages of members', enMembers, deMembers],
  ["the pages of a creator's own data", enOwnData, deOwnData],
  ['the help pages', helpEn, helpDe],
])('%s in German', (_, english, german) => {
  it('has every text that English has, and no other', () => {
    expect(pathsOf(german)).toEqual(pathsOf(english));
  });

  it('says something everywhere, and fills in the same things', () => {
    const translated = new Map(texts(german));
    const wrong = texts(english).filter(([path, text]) => {
      const own = translated.get(path) ?? '';
      return (text !== '' && own.trim() === '') || gaps(own).join() !== gaps(text).join();
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('is no copy: a sentence of some words is another one', () => {
    const english6 = new Map(texts(english).filter(([, text]) => text.split(' ').length > 5));
    expect(texts(german).filter(([path, text]) => english6.get(path) === text)).toEqual([]);
  });
});

describe('the words that the code asks for', () => {
  const source = join(__dirname, '..');
  const ofMembers = (path: string) => /^(?:pages\/(?:admin|account)\/|domain\/marketplace-rule\.ts$)/.test(path);
  const ofOwnData = (path: string) => path.startsWith('pages/own-data/');
  const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter((path) => !/^(?:locales|api)\/|\.spec\./.test(path));

  /** `t('a.b')`, and what stands before the first gap of a template: its group. */
  const asked = (path: string) => {
    const text = readFileSync(join(source, path), 'utf8');
    const keys = [...text.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key]) => key!);
    const groups = [...text.matchAll(/\bt\(\s*`([\w.]+)\.\$\{/g)].map(([, key]) => key!);
    return [...keys, ...groups];
  };
  const lookUp = (words: unknown, key: string): unknown =>
    key.split('.').reduce((at: unknown, part) => (at as Record<string, unknown> | undefined)?.[part], words);
  const has = (words: unknown, key: string) => [key, `${key}_other`].some((path) => lookUp(words, path) !== undefined);

  it('are there, where the page has fetched them', () => {
    const wordsFor = (path: string) => ({
      ...en,
      ...(ofMembers(path) && enMembers),
      ...(ofOwnData(path) && enOwnData),
    });
    const lacking = files.flatMap((path) =>
      asked(path)
        .filter((key) => !has(wordsFor(path), key))
        .map((key) => `${path}: ${key}`),
    );
    expect(lacking).toEqual([]);
  });
});

const page = readFileSync(join(__dirname, '../../../../docs/errors.md'), 'utf8');

describe.each([
  ['English', { ...en, ...enMembers, ...enOwnData }],
  ['German', { ...de, ...deMembers, ...deOwnData }],
])('names of controls in %s', (_, language) => {
  it('hold the words that are seen on them (WCAG 2.5.3)', () => {
    const words = new Map(texts(language));
    // Beside `remove`, which is seen, stands `removeWhich`, which is heard; these two belong to other words.
    words.set('campaigns.add', words.get('admin.save')!).set('groups.link.open', words.get('groups.link.reopen')!);
    words.set('groups.link.copy', words.get('admin.copy')!);
    const pairs = [...words].flatMap(([path, heard]) => {
      const seen = words.get(path.replace(/(?:Which|Whom|For)$/, ''));
      return seen !== undefined && seen !== heard ? [{ path, seen, heard }] : [];
    });
    expect(pairs.length).toBeGreaterThan(15);
    const wrong = pairs.filter(({ seen, heard }) => !heard.toLowerCase().includes(seen.toLowerCase()));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('what an erasure takes', () => {
  const map = JSON.parse(readFileSync(join(__dirname, '../../../../docs/data-map.json'), 'utf8')) as {
    services: Record<string, Record<string, { export?: { sets: string[] } }>>;
  };
  it('is named in words, each set of an export by its own', () => {
    const tables = Object.values(map.services).flatMap((service) => Object.values(service));
    const sets = new Set(tables.flatMap((table) => table.export?.sets ?? []));
    expect(sets.size).toBeGreaterThan(20);
    expect(Object.keys(enOwnData.ownData.sets).toSorted()).toEqual([...sets].toSorted());
  });
});

describe('the errors of the services', () => {
  it('are known in German, each by its code', () => {
    const codes = [...page.matchAll(/^## (\S+)$/gm)].map(([, code]) => code!);
    expect(Object.keys(deErrors).toSorted()).toEqual(codes.toSorted());
  });

  it('tell people what to do without naming a member of the answer, which they do not see', () => {
    const steps = [...page.matchAll(/^\*\*What to do:\*\* (.+)$/gm)].map(([, step]) => step!);
    const german = Object.values(deErrors).map(([, step]) => step);
    expect(steps.length).toBe(german.length);
    expect([...steps, ...german].filter((step) => /["„][a-z]+[A-Z]\w*["“]/.test(step))).toEqual([]);
  });

  it('say in German what is wrong with a field, each by its code, and fill in the same things', () => {
    const faults = [...page.matchAll(/^- `(\w+)`: (.+)$/gm)].map(([, code, words]) => [code!, gaps(words!)] as const);
    expect(faults.length).toBeGreaterThan(40);
    const german = Object.entries(deFieldFaults).map(([code, words]) => [code, gaps(words)] as const);
    expect(new Map(german)).toEqual(new Map(faults));
  });
});

describe('the rules of the Creator Marketplace', () => {
  const api = JSON.parse(readFileSync(join(__dirname, '../../../../docs/openapi.json'), 'utf8')) as {
    components: {
      schemas: Record<string, { properties: Record<string, { enum?: string[]; items?: { enum: string[] } }> }>;
    };
  };
  const property = (schema: string, name: string) => api.components.schemas[schema]!.properties[name]!;

  it.each([
    ['that we check', property('RuleResponse', 'rule').enum!, 'rule'],
    ['that TikTok names', property('InviteResponse', 'failedRules').items!.enum, 'failed'],
  ] as const)('%s are each said in both languages', (_, rules, key) => {
    expect(rules.length).toBeGreaterThan(5);
    for (const { eligibility } of [enMembers, deMembers])
      expect(Object.keys(eligibility[key]).toSorted()).toEqual(rules.toSorted());
  });
});
