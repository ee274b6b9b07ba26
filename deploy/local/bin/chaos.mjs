import { runCommand } from './lib/run-command.mjs';

// The long form of a test that `npm test` runs in a short one: npm run chaos:rotation. CHAOS_SEED repeats a run.
const [, , name] = process.argv;
process.argv.splice(2, 1);
process.env.CHAOS = 'long';
runCommand('test', {
  needs: 'everything',
  args: ['test', '--only', 'integration', '--', '--testPathPatterns', `oauth/test/integration/${name}`],
});
