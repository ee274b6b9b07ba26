import { runCommand } from './lib/run-command.mjs';

runCommand('sandbox', { needs: 'everything' });
