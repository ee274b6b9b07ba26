import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../home';
import { closingLine, isSuccess, sum, type Counts } from './counts';
import { listFailures } from './failures';
import { runJest } from './jest';
import { withTestServers } from './test-servers';
import { startWholeSystem } from './whole-system';

export const stages = ['unit', 'integration', 'faults', 'e2e'] as const;
export type Stage = (typeof stages)[number];

export interface TestOptions {
  readonly only?: Stage | undefined;
  readonly jestArgs: readonly string[];
}

/** The limits only keep a stage that hangs from running for ever: on two busy cores each takes twice its time. */
const minutes = 60_000;

const notOurServers =
  'Faults 10 and 13 kill Kafka and PostgreSQL. These servers are not ours to kill, so the two are skipped (and counted as such); ' +
  'all other faults run. CONNECT_INFRASTRUCTURE=embedded runs everything.\n';

/** One `npm test`: its own servers in a folder of its own, all of it gone in the end. */
class TestRun {
  private readonly folder = mkdtempSync(join(tmpdir(), 'creator-connect-test-'));
  private readonly ending = new AbortController();

  constructor(private readonly options: TestOptions) {
    // As root PostgreSQL runs as another user, who has to reach the data folder inside.
    chmodSync(this.folder, 0o711);
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(event, () => this.ending.abort());
    process.on('disconnect', () => this.ending.abort());
  }

  async run(): Promise<Counts> {
    const wanted = this.options.only === undefined ? stages : [this.options.only];
    const counts: Counts[] = [];
    try {
      for (const stage of wanted) {
        if (this.ending.signal.aborted) break;
        process.stderr.write(`\n# ${stage}\n`);
        counts.push(await this.attempt(stage));
      }
    } finally {
      if (!isSuccess(sum(counts))) {
        this.keepLogs();
        this.tellFailures(wanted);
      }
      rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
    // An interrupted run proves nothing, whatever it got to see.
    return this.ending.signal.aborted ? sum([...counts, { passed: 0, failed: 1, skipped: 0 }]) : sum(counts);
  }

  /** What keeps a stage from running is a failure of the stage, and the next one still gets its turn. */
  private async attempt(stage: Stage): Promise<Counts> {
    try {
      return await this[stage]();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      return { passed: 0, failed: 1, skipped: 0 };
    }
  }

  private unit(): Promise<Counts> {
    return this.jest('unit', ['unit', 'contract'], ['--maxWorkers=2'], {}, 20 * minutes);
  }

  private integration(): Promise<Counts> {
    return withTestServers(join(this.folder, 'integration'), this.ending.signal, ({ env }) =>
      this.jest('integration', ['integration'], ['--maxWorkers=2'], env, 50 * minutes),
    );
  }

  private faults(): Promise<Counts> {
    return withTestServers(join(this.folder, 'faults'), this.ending.signal, ({ source, env }) => {
      if (source !== 'embedded') process.stderr.write(notOurServers);
      // A kafkajs client of the tests that saw its broker die may keep a socket open for good after `disconnect`.
      return this.jest('faults', ['faults'], ['--runInBand', '--verbose', '--forceExit'], env, 30 * minutes);
    });
  }

  private async e2e(): Promise<Counts> {
    const system = await startWholeSystem(join(this.folder, 'e2e'));
    try {
      return await this.jest('e2e', ['e2e'], ['--runInBand', '--testTimeout=300000'], system.env, 60 * minutes);
    } finally {
      await system.stop();
    }
  }

  private jest(stage: Stage, projects: string[], args: string[], env: Record<string, string>, timeoutMs: number) {
    const { jestArgs } = this.options;
    // With a filter, a stage may be without any match; the sum over all stages still may not be zero.
    const lenient = jestArgs.length > 0 ? ['--passWithNoTests'] : [];
    return runJest({
      projects,
      env,
      timeoutMs,
      args: [...args, ...lenient, ...jestArgs],
      resultsFile: this.resultsFile(stage),
      signal: this.ending.signal,
    });
  }

  private tellFailures(wanted: readonly Stage[]): void {
    for (const stage of wanted) {
      for (const failure of listFailures(this.resultsFile(stage))) process.stderr.write(`\n${stage}: ${failure}\n`);
    }
  }

  private resultsFile(stage: Stage): string {
    return join(this.folder, `${stage}.json`);
  }

  private keepLogs(): void {
    const kept = join(cacheFolder, 'test-logs');
    rmSync(kept, { recursive: true, force: true });
    for (const stage of ['integration', 'faults', 'e2e']) {
      const logs = join(this.folder, stage, 'logs');
      if (existsSync(logs)) cpSync(logs, join(kept, stage), { recursive: true });
    }
    if (existsSync(kept)) process.stderr.write(`The logs of this run are in ${kept}.\n`);
  }
}

/** Runs every test and ends with one line that counts them. Resolves with the exit code. */
export async function runTests(options: TestOptions): Promise<number> {
  const counts = await new TestRun(options).run();
  process.stdout.write(`\n${closingLine(counts)}\n`);
  return isSuccess(counts) ? 0 : 1;
}
