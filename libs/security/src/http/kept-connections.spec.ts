import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { identityKit } from '../testing';
import { InternalClient } from './internal-client';

describe('a connection to another service', () => {
  const client = new InternalClient(identityKit('accounts', ['oauth']).issuer('oauth'));
  const sockets: Socket[] = [];
  let server: Server;

  beforeAll(async () => {
    server = createServer({ keepAliveTimeout: 75_000 }, (_request, response) => response.end('{}'));
    server.on('connection', (socket) => sockets.push(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    // undici counts idle time by a timer of its own.
    jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] });
  });
  afterAll(async () => {
    jest.useRealTimers();
    await client.close();
    server.close();
  });

  const call = () => {
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return client.call({ baseUrl, audience: 'accounts', method: 'POST', path: '/internal/things' });
  };

  it('is used again, and let go by the caller while the other side would keep it for long', async () => {
    await call();
    await jest.advanceTimersByTimeAsync(15_000);
    await call();
    expect(sockets).toHaveLength(1);
    const ended = once(sockets[0]!, 'close');
    await jest.advanceTimersByTimeAsync(22_000);
    await ended;
    await call();
    expect(sockets).toHaveLength(2);
  });
});
