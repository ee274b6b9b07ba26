import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, buildRunner } from './build.mjs';
import { handOver } from './hand-over.mjs';
import { install } from './install.mjs';
import { findNode, requireStartingNode } from './node.mjs';
import { root } from './root.mjs';

const cli = join(root, 'deploy', 'local', 'dist', 'cli.js');

/** Installs and builds as far as the command needs it, then runs it. */
export function runCommand(name, { needs, program = cli, args = [name] }) {
  requireStartingNode();
  const isHelp = process.argv.includes('--help') || process.argv.includes('-h');
  // Asking after a running system must answer at once, also while its sources are being edited.
  if (needs !== 'nothing' || isHelp || !existsSync(program)) install();
  const node = findNode();
  if (needs === 'everything' && !isHelp) build(node);
  else if (needs !== 'nothing' || !existsSync(program)) buildRunner(node);
  handOver(node, ['--disable-warning=TimeoutNegativeWarning', program, ...args, ...process.argv.slice(2)]);
}
