import { runCommand } from './lib/run-command.mjs';

runCommand('test', { needs: 'everything' });
