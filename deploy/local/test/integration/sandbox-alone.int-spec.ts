import { allGone, Sandboxed, type Run } from './support/runner';

describe('the sandbox alone', () => {
  let place: Sandboxed;
  let run: Run | undefined;
  beforeAll(async () => {
    place = await Sandboxed.create();
  });
  afterAll(async () => {
    run?.kill('SIGTERM');
    await run?.ended;
    place.remove();
  });

  it('runs without database, Kafka and services, tells its addresses, and ends without a trace', async () => {
    run = place.run(['sandbox']);
    const said = await run.says('docs/sandbox.md');
    expect(Object.keys(place.pids())).toEqual(['sandbox']);
    const { sandbox: port } = place.ports;
    for (const address of [
      `http://localhost:${port}`,
      ...['facebook', 'instagram', 'tiktok', 'google'].map((site) => `http://${site}.localhost:${port}`),
      ...['graph', 'tiktok-open', 'tiktok-business/open_api', 'google-oauth'].map(
        (path) => `http://127.0.0.1:${port}/${path}`,
      ),
    ]) {
      expect(said).toContain(address);
    }
    const box = `http://127.0.0.1:${port}`;
    expect(await (await fetch(`${box}/`)).text()).toContain('creator-one-page');
    expect((await fetch(`${box}/control/state`)).status).toBe(200);
    expect((await fetch(`${box}/graph/v25.0/me`)).status).toBe(401);

    const pids = Object.values(place.pids());
    run.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);
    expect(await allGone(pids, 10_000)).toBe(true);
    expect(place.pids()).toEqual({});
  });
});
