import { Command, Option } from 'commander';
import { startDetached, type FromBackground } from './commands/detach';
import { infra } from './commands/infra';
import { reset } from './commands/reset';
import { sandbox } from './commands/sandbox';
import { overview, start } from './commands/start';
import { stop } from './commands/stop';
import { Home } from './home';
import { portBase, portsFrom } from './ports';
import { describe, statusOf } from './runner/status';
import { StartError } from './start-error';
import { runTests, stages, type Stage } from './test-run/test-run';

const { env } = process;
const home = Home.fromEnvironment(env);
const ports = portsFrom(portBase(env));
/** Started by `--detach`: its words go to the command that waits for it. */
const isBackground = env.CONNECT_BACKGROUND === '1';

function tell(message: FromBackground): Promise<void> {
  return new Promise((resolve) => {
    if (isBackground && process.connected) process.send?.(message, () => resolve());
    else resolve();
  });
}

interface StartFlags {
  readonly detach: boolean;
  readonly json: boolean;
  readonly throwAway: boolean;
}

async function runStart({ detach, json, throwAway }: StartFlags): Promise<void> {
  // With --json standard output is the answer's alone.
  const progress = json ? process.stderr : process.stdout;
  const write = (line: string): void => {
    progress.write(`${line}\n`);
    void tell({ type: 'line', text: line });
  };
  if (detach) {
    process.exitCode = await startDetached(home, throwAway ? ['--throw-away'] : [], write);
    if (process.exitCode === 0) process.stdout.write(overview(home, json));
    return;
  }
  process.exitCode = await start(home, ports, {
    env,
    throwAway,
    write,
    fancy: process.stdout.isTTY && !json && env.TERM !== 'dumb',
    outlivesParent: isBackground,
    onReady: () => {
      process.stdout.write(overview(home, json));
      void tell({ type: 'ready' });
    },
  });
}

const program = new Command('creator-connect').description('Runs Creator Connect on this machine.');

program
  .command('start')
  .description('Start the whole system with demo data, until Ctrl-C. PORT_BASE moves its ports, CONNECT_HOME its data.')
  .option('--detach', 'return as soon as everything is ready, and leave it running', false)
  .option('--json', 'print addresses, logins and processes as JSON on standard output', false)
  .option('--throw-away', 'for tests: a database that does not care to survive a crash of the machine', false)
  .action(runStart);

program
  .command('stop')
  .description('End the running system')
  .action(() => stop(home));

program
  .command('status')
  .description('Show addresses, logins and processes of the running system')
  .option('--json', 'as JSON', false)
  .action(({ json }: { json: boolean }) => {
    const status = statusOf(home);
    process.stdout.write(`${json ? JSON.stringify(status, undefined, 2) : describe(status)}\n`);
  });

program
  .command('reset')
  .description('Delete all data of the system, which must not be running')
  .action(() => reset(home, ports, env));

program
  .command('sandbox')
  .description('Start only the pretended platforms, until Ctrl-C')
  .action(() => sandbox(home, ports, env, (line) => process.stdout.write(`${line}\n`)));

program
  .command('infra')
  .description('Start only PostgreSQL and Kafka for tests, until Ctrl-C')
  .action(() => infra(home, ports));

program
  .command('test')
  .description('Run every test on its own PostgreSQL and Kafka; arguments after -- go to Jest')
  .addOption(new Option('--only <stage>', 'only these tests').choices([...stages]))
  .argument('[jest-arguments...]')
  .action(async (jestArgs: string[], { only }: { only?: Stage }) => {
    process.exitCode = await runTests({ only, jestArgs });
  });

/** A fault that the person can mend is one sentence; a bug keeps its stack. */
function words(error: unknown): string {
  if (error instanceof StartError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

program.parseAsync().then(
  () => process.exit(process.exitCode ?? 0),
  async (error: unknown) => {
    process.stderr.write(`${words(error)}\n`);
    await tell({ type: 'failed', reason: words(error) });
    process.exit(1);
  },
);
