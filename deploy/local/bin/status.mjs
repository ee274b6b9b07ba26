import { runCommand } from './lib/run-command.mjs';

runCommand('status', { needs: 'nothing' });
