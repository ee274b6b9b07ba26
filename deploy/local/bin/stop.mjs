import { runCommand } from './lib/run-command.mjs';

runCommand('stop', { needs: 'nothing' });
