import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJest, withTestServers } from '@creator-connect/local/test-run';
import { copyCode, mutate } from './copy';
import { mutants, type Mutant } from './mutants';

/**
 * `npm run faults:mutants [-- <number of a fault> …]`: takes each protection out of a copy of the compiled code and runs
 * the test of its fault, which must fail: a test that cannot fail proves nothing. Before that the unchanged copy must pass.
 */
interface Verdict {
  readonly mutant: Mutant;
  readonly noticed: boolean;
  /** What the test said. */
  readonly how: string;
}

interface JestResults {
  readonly testResults: {
    readonly assertionResults: {
      readonly title: string;
      readonly status: string;
      readonly failureMessages: string[];
    }[];
  }[];
}

const wanted = process.argv.slice(2).map(Number);
const chosen = mutants.filter(({ fault }) => wanted.length === 0 || wanted.includes(fault));
const folder = mkdtempSync(join(tmpdir(), 'creator-connect-mutants-'));
const ending = new AbortController();
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(event, () => ending.abort());
process.on('disconnect', () => ending.abort());

/** Colours, and the place in the source, are of no use in a table. */
function firstWords(message: string): string {
  const lines = message.replace(/\u001b\[\d+m/g, '').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 2)
    .join(' ')
    .slice(0, 160);
}

/** Runs the tests of these faults against a copy of the code, changed or not; skipped tests are not in the answer. */
async function runFaults(
  name: string,
  faults: readonly number[],
  env: Record<string, string>,
  change: (code: string) => void,
): Promise<{ title: string; passed: boolean; message: string }[]> {
  const code = join(folder, `code-${name}`);
  copyCode(code);
  change(code);
  const resultsFile = join(folder, `results-${name}.json`);
  await runJest({
    projects: ['faults'],
    args: ['--runInBand', '--forceExit', '--testNamePattern', `fault (${faults.join('|')}): `],
    resultsFile,
    env: { ...env, FAULTS_CODE: code, FAULTS_PATIENCE_SECONDS: '45' },
    timeoutMs: 600_000,
    signal: ending.signal,
  });
  rmSync(code, { recursive: true });
  const { testResults } = JSON.parse(readFileSync(resultsFile, 'utf8')) as JestResults;
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
    .map(({ title, status, failureMessages }) => ({
      title,
      passed: status === 'passed',
      message: failureMessages[0] ?? '',
    }));
}

/** A test that fails anyway would notice every mutant. */
async function assertUnchangedPasses(env: Record<string, string>): Promise<void> {
  const faults = [...new Set(chosen.map(({ fault }) => fault))];
  process.stderr.write(`\n# the unchanged copy: faults ${faults.join(', ')}\n`);
  const results = await runFaults('unchanged', faults, env, () => undefined);
  const failed = results.filter(({ passed }) => !passed);
  if (failed.length > 0 || results.length !== faults.length) {
    const why = failed.map(({ title, message }) => `${title}: ${firstWords(message)}`).join('\n');
    throw new Error(`The unchanged code fails its own tests, so that mutants prove nothing.\n${why}`);
  }
}

async function judge(mutant: Mutant, index: number, env: Record<string, string>): Promise<Verdict> {
  const [result] = await runFaults(String(index), [mutant.fault], env, (code) => mutate(code, mutant));
  const message = result?.message ?? '';
  // Code that does not even run, or a test that only ran out of time, is no proof of a test.
  const conclusive = !/did not start|Exceeded timeout/.test(message);
  return { mutant, noticed: result?.passed === false && conclusive, how: firstWords(message) };
}

async function main(): Promise<void> {
  // As root PostgreSQL runs as another user, who has to reach the data folder inside.
  chmodSync(folder, 0o711);
  const verdicts: Verdict[] = [];
  try {
    await withTestServers(join(folder, 'servers'), ending.signal, async ({ env }) => {
      await assertUnchangedPasses(env);
      for (const [index, mutant] of chosen.entries()) {
        process.stderr.write(`\n# fault ${mutant.fault} without: ${mutant.removed}\n`);
        const verdict = await judge(mutant, index, env);
        process.stderr.write(`${verdict.noticed ? 'noticed' : 'NOT NOTICED'}: ${verdict.how}\n`);
        verdicts.push(verdict);
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  process.stdout.write('\n| fault | removed | noticed | by |\n| --- | --- | --- | --- |\n');
  for (const { mutant, noticed, how } of verdicts) {
    process.stdout.write(`| ${mutant.fault} | ${mutant.removed} | ${noticed ? 'yes' : 'NO'} | ${how} |\n`);
  }
  const missed = chosen.length - verdicts.filter(({ noticed }) => noticed).length;
  process.stdout.write(`\n${chosen.length - missed} noticed, ${missed} not noticed\n`);
  process.exitCode = missed === 0 && chosen.length > 0 ? 0 : 1;
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
