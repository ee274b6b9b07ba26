import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFailures } from './failures';

const folder = mkdtempSync(join(tmpdir(), 'connect-failures-'));
afterAll(() => rmSync(folder, { recursive: true }));

function results(testResults: unknown[]): string {
  const path = join(folder, 'results.json');
  writeFileSync(path, JSON.stringify({ testResults }));
  return path;
}

const passed = { fullName: 'links work', status: 'passed', failureMessages: [] };
const failed = (fullName: string, message: string) => ({ fullName, status: 'failed', failureMessages: [message] });

describe('listing what failed', () => {
  it('names each failed test with the beginning of its message, without colours and stack', () => {
    const message = '\u001b[31mexpected\u001b[39m 200\n\n  got 503\n    at Object.<anonymous> (some.spec.ts:1:1)';
    const path = results([
      { message: '', assertionResults: [passed, failed('links end', message)] },
      { message: '', assertionResults: [failed('mails leave', 'late')] },
    ]);
    expect(listFailures(path)).toEqual(['links end\n  expected 200\n    got 503', 'mails leave\n  late']);
  });

  it('tells a message once that ended several tests of a file', () => {
    const path = results([
      {
        message: '',
        assertionResults: [failed('a', 'hook ended late'), failed('b', 'other'), failed('c', 'hook ended late')],
      },
    ]);
    expect(listFailures(path)).toEqual(['a\nc\n  hook ended late', 'b\n  other']);
  });

  it('keeps a message short', () => {
    const long = Array.from({ length: 50 }, (_, line) => `line ${line}`).join('\n');
    const path = results([{ message: '', assertionResults: [failed('a', long)] }]);
    expect(listFailures(path)[0]!.split('\n')).toHaveLength(7);
  });

  it('tells of a file that could not be loaded', () => {
    const path = results([{ message: 'Cannot find module x', assertionResults: [] }]);
    expect(listFailures(path)).toEqual(['  Cannot find module x']);
  });

  it('is empty without failures and without results', () => {
    expect(listFailures(results([{ message: '', assertionResults: [passed] }]))).toEqual([]);
    expect(listFailures(join(folder, 'missing.json'))).toEqual([]);
  });
});
