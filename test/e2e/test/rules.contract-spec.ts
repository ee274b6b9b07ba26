import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

interface Rule {
  id: string;
  tests: { path: string; title: string }[];
}

/** A bold number, and below it a list of tests by file and title, or of what is open. */
function rulesOf(markdown: string): Rule[] {
  return markdown.split(/^(?=\*\*(?:[RU]|[A-Z]{2}-)\d+\*\* )/m).flatMap((part) => {
    const id = /^\*\*((?:[RU]|[A-Z]{2}-)\d+)\*\* /.exec(part)?.[1];
    if (!id) return [];
    const tests = [...part.matchAll(/^- `([^`]+)`: (.+)$/gm)].map(([, path = '', title = '']) => ({ path, title }));
    return [{ id, tests }];
  });
}

/** By hand. Tests that kill servers leave themselves out where the servers are not theirs, and say so. */
const leftOut = /\b(?:it|test|describe|chapter|tell)\.(?:skip|todo|only)(?:\.each)?\(|\bx(?:it|test|describe)\(/;

/** A comment with the same words is none: a title is what a string begins with, or all that follows a number of a row. */
function isTitleIn(source: string, title: string): boolean {
  const words = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`['"\`](?:[A-Z]{2}-\\d+[^:]*: )?${words}`).test(source);
}

/** What is wrong with a rule's tests, in words. */
function faultsOf({ id, tests }: Rule): string[] {
  const missing = tests.flatMap(({ path, title }) => {
    if (!existsSync(join(root, path))) return [`${id}: there is no ${path}`];
    const source = readFileSync(join(root, path), 'utf8');
    if (leftOut.test(source)) return [`${id}: ${path} leaves tests out`];
    return isTitleIn(source, title) ? [] : [`${id}: ${path} has no test “${title}”`];
  });
  return tests.length === 0 ? [`${id} names no test`] : missing;
}

describe('the rules of the product (docs/rules.md)', () => {
  const rules = rulesOf(readFileSync(join(root, 'docs/rules.md'), 'utf8'));

  it('are each shown by tests that exist', () => {
    expect(rules.length).toBeGreaterThan(50);
    expect(rules.flatMap(faultsOf)).toEqual([]);
  });

  it('have numbers of their own, in order', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  it('would not pass with a test that is gone, or with none', () => {
    const broken = rulesOf(
      '**R98** Nobody shows it.\n\n- open: all\n\n**R99** A lie.\n\n- `docs/rules.md`: Languages\n',
    );
    expect(broken.flatMap(faultsOf)).toEqual(['R98 names no test', 'R99: docs/rules.md has no test “Languages”']);
    expect(isTitleIn("// 'a day' is long\nit('a day has hours', …)", 'a day has hours')).toBe(true);
    expect(isTitleIn('// a day has hours', 'a day has hours')).toBe(false);
    for (const left of ["it.skip('a', …)", "it.todo('a')", "describe.only('a', …)", 'it.skip.each([1])', "xit('a', …)"])
      expect(left).toMatch(leftOut);
  });
});

/** Also in the words of a file's own, which the linter takes for no tests. */
it('no browser test leaves itself out', () => {
  const files = ['test/e2e/test', 'test/browser/test', 'services/sandbox/test'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name)),
  );
  const ofBrowsers = files.filter((file) => file.endsWith('.e2e-spec.ts'));
  expect(ofBrowsers.length).toBeGreaterThan(50);
  expect(ofBrowsers.filter((file) => leftOut.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

describe('the attacks (docs/security.md)', () => {
  const rows = rulesOf(readFileSync(join(root, 'docs/security.md'), 'utf8'));

  it('are each made by tests that exist', () => {
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.flatMap(faultsOf)).toEqual([]);
  });

  it('are told once each', () => {
    const ids = rows.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
