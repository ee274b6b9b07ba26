import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Status } from '../../src/runner/status';
import { allGone, Sandboxed, type Run } from './support/runner';

describe('the whole system', () => {
  let place: Sandboxed;
  let run: Run | undefined;

  const start = async (): Promise<Status> => {
    run = place.run(['start', '--json', '--throw-away']);
    return JSON.parse(await run.says('}\n')) as Status;
  };
  const status = async (): Promise<Status> =>
    JSON.parse((await place.run(['status', '--json']).ended).stdout) as Status;
  const pidsOf = ({ processes }: Status): number[] => processes.map(({ pid }) => pid);

  beforeAll(async () => {
    place = await Sandboxed.create();
  });
  afterAll(async () => {
    run?.kill('SIGTERM');
    await run?.ended;
    place.remove();
  });

  it('tells that nothing runs', async () => {
    expect(await status()).toEqual({ ready: false, addresses: {}, logins: [], processes: [] });
    expect((await place.run(['stop']).ended).stdout).toBe('Nothing was running.\n');
  });

  it('starts, and tells a program where everything is', async () => {
    const started = await start();
    expect(started.ready).toBe(true);
    expect(started.addresses).toMatchObject({
      web: `http://localhost:${place.ports.gateway}`,
      gateway: `http://localhost:${place.ports.gateway}`,
      kafka: `127.0.0.1:${place.ports.kafka}`,
      mail: `http://127.0.0.1:${place.ports.mail}`,
      sandbox: `http://localhost:${place.ports.sandbox}`,
    });
    const names = started.processes.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['runner', 'postgres', 'kafka', 'mail', 'sandbox', 'gateway', 'oauth']),
    );
    for (const { rss, pid } of started.processes) expect([pid, rss].every((number) => number > 0)).toBe(true);
    expect((await fetch(`http://127.0.0.1:${place.ports.gateway}/health/live`)).status).toBe(200);
    expect(statSync(join(place.home, 'run.json')).mode & 0o777).toBe(0o600);
  });

  it('writes plain lines where there is no terminal: no colours, nothing that redraws itself', async () => {
    const others = await Promise.all([place.run(['status']).ended, place.run(['start']).ended]);
    const written = [run!, ...others].map(({ stdout, stderr }) => stdout + stderr).join('');
    expect(written).toContain('PostgreSQL and Kafka: done');
    expect(written).not.toContain('\u001b');
  });

  it('refuses a second start and a reset beside it', async () => {
    const second = await place.run(['start']).ended;
    expect([second.code, second.stderr]).toEqual([1, expect.stringMatching(/^Creator Connect runs already in /)]);
    const reset = await place.run(['reset']).ended;
    expect([reset.code, reset.stderr]).toEqual([1, expect.stringMatching(/^The system runs /)]);
  });

  it('starts a service again that was killed, and says so', async () => {
    const before = (await status()).processes.find(({ name }) => name === 'ttcm');
    process.kill(before?.pid ?? 0, 'SIGKILL');
    let now = await status();
    for (let attempt = 0; attempt < 100 && (!now.ready || pidsOf(now).includes(before?.pid ?? 0)); attempt += 1) {
      await sleep(200);
      now = await status();
    }
    expect(now.ready).toBe(true);
    expect(run?.stderr).toContain('ttcm ended by itself (SIGKILL); starting it again in 0.5 s.');
  });

  it('ends on SIGTERM with code 0, leaves no process, and keeps its data and logins', async () => {
    const before = await status();
    run?.kill('SIGTERM');
    expect((await run?.ended)?.code).toBe(0);
    expect(await allGone(pidsOf(before), 0)).toBe(true);
    expect(existsSync(join(place.home, 'run.json'))).toBe(false);

    const again = await start();
    expect(again.ready).toBe(true);
    expect(again.logins).toEqual(before.logins);
  });

  it('leaves no process when the runner is killed without a word', async () => {
    const pids = pidsOf(await status());
    run?.kill('SIGKILL');
    expect(await allGone(pids, 40_000)).toBe(true);
    expect(await status()).toMatchObject({ ready: false, processes: [] });
  });

  it('is reset: no data is left', async () => {
    expect((await place.run(['reset']).ended).code).toBe(0);
    expect(readdirSync(place.home)).toEqual([]);
  });
});
