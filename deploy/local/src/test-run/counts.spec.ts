import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine, countResults, isSuccess, sum } from './counts';

const folder = mkdtempSync(join(tmpdir(), 'connect-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function results(values: Record<string, unknown>): string {
  const path = join(folder, 'results.json');
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  writeFileSync(path, JSON.stringify({ ...none, numRuntimeErrorTestSuites: 0, success: true, ...values }));
  return path;
}

describe('counting tests', () => {
  it('counts a file that could not be loaded as a failure', () => {
    const path = results({ numPassedTests: 4, numRuntimeErrorTestSuites: 1, success: false });
    expect(countResults(path, 1)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  it('counts a run that ended badly although every test passed as a failure', () => {
    expect(countResults(results({ numPassedTests: 4 }), 1)).toMatchObject({ passed: 4, failed: 1 });
    expect(countResults(results({ numPassedTests: 4 }), null)).toMatchObject({ passed: 4, failed: 1 });
  });

  it('counts a run without results as a failure', () => {
    expect(countResults(join(folder, 'missing.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('does not call zero tests a success', () => {
    expect(isSuccess({ passed: 0, failed: 0, skipped: 3 })).toBe(false);
    expect(isSuccess({ passed: 1, failed: 0, skipped: 0 })).toBe(true);
  });

  it('sums all stages in the closing line', () => {
    const total = sum([
      { passed: 2, failed: 0, skipped: 0 },
      { passed: 3, failed: 1, skipped: 1 },
    ]);
    expect(closingLine(total)).toBe('5 passed, 1 failed, 1 skipped');
    expect(closingLine({ ...total, skipped: 0 })).toBe('5 passed, 1 failed');
  });
});
