import { Command } from 'commander';
import { infra } from './commands/infra';
import { Home } from './home';
import { portBase, portsFrom } from './ports';
import { StartError } from './start-error';

const program = new Command('creator-connect').description('Runs Creator Connect on this machine.');

program
  .command('infra')
  .description('Start only PostgreSQL and Kafka for tests, until Ctrl-C')
  .action(() => infra(Home.fromEnvironment(), portsFrom(portBase())));

program.parseAsync().then(
  () => process.exit(process.exitCode ?? 0),
  (error: unknown) => {
    // A fault that the person can mend is one sentence; a bug keeps its stack.
    const text = error instanceof StartError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${text}\n`);
    process.exit(1);
  },
);
