import { existsSync, readFileSync } from 'node:fs';
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

/** What is wrong with a rule's tests, in words. */
function faultsOf({ id, tests }: Rule): string[] {
  const missing = tests.flatMap(({ path, title }) => {
    if (!existsSync(join(root, path))) return [`${id}: there is no ${path}`];
    return readFileSync(join(root, path), 'utf8').includes(title) ? [] : [`${id}: ${path} has no test “${title}”`];
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
      '**R98** Nobody shows it.\n\n- open: all\n\n**R99** A lie.\n\n- `docs/rules.md`: no\u200bne\n',
    );
    expect(broken.flatMap(faultsOf)).toEqual(['R98 names no test', 'R99: docs/rules.md has no test “no\u200bne”']);
  });
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
