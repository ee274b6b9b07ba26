import { join } from 'node:path';
import { root } from './lib/root.mjs';
import { runCommand } from './lib/run-command.mjs';

runCommand('fault-mutants', {
  needs: 'everything',
  program: join(root, 'test', 'faults', 'dist', 'mutants', 'main.js'),
  args: [],
});
