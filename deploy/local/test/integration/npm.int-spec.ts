import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { allGone, Run, Sandboxed } from './support/runner';

const checkout = resolve(__dirname, '..', '..', '..', '..');

/** As a terminal runs it: npm leads a process group, and Ctrl-C reaches everybody in it. */
describe('the commands through npm', () => {
  let place: Sandboxed;
  beforeAll(async () => {
    place = await Sandboxed.create();
  });
  afterAll(() => place.remove());

  const npm = (...args: string[]) => {
    const env = { ...process.env, CONNECT_HOME: place.home, PORT_BASE: String(place.base) };
    const child = spawn('npm', ['run', '--silent', ...args], {
      env: { ...env, CONNECT_INFRASTRUCTURE: 'embedded' },
      cwd: checkout,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new Run(child);
  };

  it.each<[how: string, script: string[], ready: string, end: (run: Run) => void]>([
    ['Ctrl-C', ['start'], 'Creator Connect is ready.', (run) => process.kill(-run.pid, 'SIGINT')],
    [
      'a second Ctrl-C at once',
      ['start'],
      'PostgreSQL and Kafka: done',
      (run) => {
        process.kill(-run.pid, 'SIGINT');
        setTimeout(() => process.kill(-run.pid, 'SIGINT'), 100);
      },
    ],
    ['SIGTERM to npm alone', ['sandbox'], 'The sandbox is ready', (run) => run.kill('SIGTERM')],
    ['Ctrl-C', ['sandbox'], 'The sandbox is ready', (run) => process.kill(-run.pid, 'SIGINT')],
  ])(
    'end on %s with code 0 and leave no process: npm run %j',
    async (_how, script, ready, end) => {
      const run = npm(...script);
      await run.says(ready);
      const pids = Object.values(place.pids()).filter(Boolean);
      expect(pids.length).toBeGreaterThan(0);
      end(run);
      expect(await run.ended).toMatchObject({ code: 0, stderr: expect.not.stringMatching(/error|SIG/i) });
      expect(await allGone(pids, 0)).toBe(true);
      expect(readdirSync(join(place.home, 'pids'))).toEqual([]);
    },
    240_000,
  );

  it.each(['start', 'stop', 'status', 'reset', 'demo', 'test', 'bench', 'sandbox'])(
    'npm run %s -- --help',
    (script) => {
      const { status, stdout } = spawnSync('npm', ['run', '--silent', script, '--', '--help'], {
        cwd: checkout,
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      expect(stdout).toContain('Usage');
    },
    120_000,
  );
});
