import { runCommand } from './lib/run-command.mjs';

runCommand('start', { needs: 'everything' });
