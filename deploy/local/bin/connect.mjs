import { join } from 'node:path';
import { root } from './lib/root.mjs';
import { runCommand } from './lib/run-command.mjs';

runCommand('connect', { needs: 'everything', program: join(root, 'deploy', 'connect', 'dist', 'cli.js'), args: [] });
