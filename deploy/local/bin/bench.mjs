import { join } from 'node:path';
import { root } from './lib/root.mjs';
import { runCommand } from './lib/run-command.mjs';

runCommand('bench', { needs: 'everything', program: join(root, 'bench', 'dist', 'main.js'), args: [] });
