import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from '../home';
import { countResults, type Counts } from './counts';

export interface JestRun {
  readonly projects: readonly string[];
  readonly args: readonly string[];
  readonly resultsFile: string;
  readonly env: Record<string, string>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

const jest = join(checkout, 'node_modules', 'jest', 'bin', 'jest.js');

/** Runs Jest in a process of its own, so that what a test leaves behind cannot reach the next stage. */
export async function runJest(run: JestRun): Promise<Counts> {
  const args = ['--selectProjects', ...run.projects, '--json', `--outputFile=${run.resultsFile}`, ...run.args];
  const child = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', jest, ...args], {
    cwd: checkout,
    env: { ...process.env, ...run.env },
    // Standard output carries only the JSON that is also in the file; what people read is on standard error.
    stdio: ['ignore', 'ignore', 'inherit'],
    signal: run.signal,
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, run.timeoutMs);
  child.once('error', () => undefined);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  if (late) {
    process.stderr.write(`These tests did not end within ${run.timeoutMs / 60_000} minutes and were stopped.\n`);
  }
  return countResults(run.resultsFile, code);
}
