import { join } from 'node:path';
import { root } from './lib/root.mjs';
import { runCommand } from './lib/run-command.mjs';

runCommand('screenshots', {
  needs: 'everything',
  program: join(root, 'test', 'e2e', 'dist', 'screenshots.js'),
  args: [],
});
