import { readFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly success: boolean;
}

/**
 * What a Jest run proved, from its JSON file. A file of tests that could not even be loaded has no tests to count, yet
 * it has failed; so has a run that wrote no results, or that ended badly although every test passed.
 */
export function countResults(resultsFile: string, exitCode: number | null): Counts {
  let results: JestResults;
  try {
    results = JSON.parse(readFileSync(resultsFile, 'utf8')) as JestResults;
  } catch {
    return { passed: 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  }
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const endedBadly = failed === 0 && (exitCode !== 0 || !results.success);
  return {
    passed: results.numPassedTests,
    failed: endedBadly ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

export function sum(all: readonly Counts[]): Counts {
  const add = (pick: (counts: Counts) => number): number => all.reduce((total, each) => total + pick(each), 0);
  return { passed: add((c) => c.passed), failed: add((c) => c.failed), skipped: add((c) => c.skipped) };
}

/** Nothing failed, and something was tested at all. */
export function isSuccess({ passed, failed }: Counts): boolean {
  return failed === 0 && passed > 0;
}

export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
