import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { PlatformHttp } from './platform-http';

describe('a connection to a platform', () => {
  const http = new PlatformHttp('tiktok', { profile: 'local' });
  const sockets: Socket[] = [];
  let server: Server;

  beforeAll(async () => {
    server = createServer({ keepAliveTimeout: 60_000 }, (_request, response) => response.end('{}'));
    server.on('connection', (socket) => sockets.push(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    // undici counts idle time by a timer of its own.
    jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] });
  });
  afterAll(async () => {
    jest.useRealTimers();
    await http.close();
    server.close();
  });

  it('is let go soon, for however long the platform offers to keep it', async () => {
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`);
    await http.perform({ operation: 'probe', method: 'GET', url }, ({ body }) => body);
    const ended = once(sockets[0]!, 'close');
    await jest.advanceTimersByTimeAsync(6_000);
    await ended;
    expect(sockets).toHaveLength(1);
  });
});
