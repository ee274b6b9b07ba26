import { runCommand } from './lib/run-command.mjs';

runCommand('infra', { needs: 'runner' });
