import { runCommand } from './lib/run-command.mjs';

runCommand('reset', { needs: 'nothing' });
