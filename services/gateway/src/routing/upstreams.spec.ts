import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { GatewayConfig } from '../gateway.config';
import { Upstreams } from './upstreams';

describe('a kept connection to a service', () => {
  const sockets: Socket[] = [];
  let server: Server;
  let upstreams: Upstreams;

  beforeAll(async () => {
    server = createServer({ keepAliveTimeout: 75_000 }, (_request, response) => response.end());
    server.on('connection', (socket) => sockets.push(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const names = ['ACCOUNTS', 'OAUTH', 'COLLECTOR', 'NOTIFICATIONS', 'TTCM'];
    const addresses = Object.fromEntries(names.map((name) => [`${name}_URL`, address]));
    upstreams = new Upstreams({ ...addresses, UPSTREAM_TIMEOUT_SECONDS: 60 } as unknown as GatewayConfig);
    // undici counts idle time by a timer of its own.
    jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] });
  });
  afterAll(async () => {
    jest.useRealTimers();
    await upstreams.onApplicationShutdown();
    server.close();
  });

  it('is let go while the service would keep it for long', async () => {
    const { body } = await upstreams.pool('accounts').request({ method: 'GET', path: '/' });
    await body.dump();
    const ended = once(sockets[0]!, 'close');
    await jest.advanceTimersByTimeAsync(22_000);
    await ended;
    expect(sockets).toHaveLength(1);
  });
});
