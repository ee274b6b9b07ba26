import { join } from 'node:path';
import { root } from './lib/root.mjs';
import { runCommand } from './lib/run-command.mjs';

runCommand('demo', {
  needs: 'everything',
  program: join(root, 'deploy', 'local', 'dist', 'demo', 'main.js'),
  args: [],
});
