import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { probe } from './service-probe';

/** A service that is ready and has these numbers. */
async function probed(metrics: unknown) {
  const server = createServer(({ url }, response) => {
    const body = url === '/metrics' ? metrics : { status: 'ready', checks: { postgres: 'up' } };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    return await probe(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}

const gauge = (name: string, value: number) => ({ name, values: [{ value, labels: { group: 'accounts', part: 1 } }] });

describe('what a service says of itself', () => {
  it('is read though a number is none yet, as the mean of no measurement is', async () => {
    const found = await probed([gauge('nodejs_eventloop_lag_mean_seconds', NaN), gauge('consumer_lag', 3)]);
    expect(found?.readiness.status).toBe('ready');
    expect(found?.samples('consumer_lag')).toEqual([{ value: 3, labels: { group: 'accounts', part: '1' } }]);
    expect(found?.samples('nodejs_eventloop_lag_mean_seconds')).toEqual([]);
  });

  it('is nothing when it is something else', async () => {
    await expect(probed({ no: 'metrics' })).resolves.toBeUndefined();
  });
});
