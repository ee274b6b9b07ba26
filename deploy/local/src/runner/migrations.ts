import { spawn } from 'node:child_process';
import type { Home } from '../home';
import { StartError } from '../start-error';
import { writeAtomically } from '../system/files';
import type { MigrationCommand } from './processes';

const atOnce = 2;

async function migrate(home: Home, command: MigrationCommand, signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [command.entry], {
    env: command.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  writeAtomically(home.log(`${command.name}-migrate`), output);
  if (code === 0) return;
  const words = output.trim().split('\n').slice(-12).join('\n');
  throw new StartError(
    `The database schema of ${command.name} could not be brought up to date:\n${words}\n`,
    'The data is as it was. Start the version that wrote it, or start afresh with npm run reset.',
  );
}

/** Each migration is a Node process of its own: a few at a time, or they slow each other down. */
export async function runMigrations(
  home: Home,
  commands: readonly MigrationCommand[],
  signal: AbortSignal,
): Promise<void> {
  const waiting = [...commands];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await migrate(home, next, signal);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
