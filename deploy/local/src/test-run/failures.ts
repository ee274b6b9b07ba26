import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

interface JestResults {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Longer ones are told in full where they happened. */
const linesOfEach = 6;

/**
 * What failed in a Jest run, from its JSON file: the tests that failed with one message, and how that message begins. A
 * hook that fails takes all tests of its file with it, which is one text then. A long run is often read from its end, where
 * a failure of an early stage is out of sight.
 */
export function listFailures(resultsFile: string): string[] {
  return readResults(resultsFile).flatMap(({ message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (assertionResults.length === 0 && message) return [beginning(message)];
    const alike = Map.groupBy(failed, ({ failureMessages }) => beginning(failureMessages.join('\n')));
    return [...alike].map(([told, tests]) => [...tests.map(({ fullName }) => fullName), told].join('\n'));
  });
}

function beginning(message: string): string {
  const lines = stripVTControlCharacters(message).split('\n');
  const told = lines.filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  return told
    .slice(0, linesOfEach)
    .map((line) => `  ${line}`)
    .join('\n');
}

function readResults(resultsFile: string): JestResults['testResults'] {
  try {
    return (JSON.parse(readFileSync(resultsFile, 'utf8')) as JestResults).testResults;
  } catch {
    // A run that wrote none is counted as failed; there is no test to name.
    return [];
  }
}
