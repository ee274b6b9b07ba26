import { join } from 'node:path';
import { root } from './lib/root.mjs';
import { runCommand } from './lib/run-command.mjs';

runCommand('demo', {
  needs: 'everything',
  program: join(root, 'test', 'e2e', 'dist', 'demo.js'),
  args: [],
});
