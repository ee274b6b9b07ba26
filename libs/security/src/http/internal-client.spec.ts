import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError, accountsErrors, requestErrors, toProblem } from '@creator-connect/contracts';
import { runInContext } from '@creator-connect/observability';
import { identityHeader } from '../identity/identity';
import { randomToken } from '../secrets/tokens';
import { identityKit } from '../testing';
import { InternalClient, type InternalRequest } from './internal-client';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

describe('calls between services', () => {
  const kit = identityKit('accounts', ['oauth']);
  const client = new InternalClient(kit.issuer('oauth'));
  let server: Server;
  let handler: Handler = (_request, response) => response.end();
  let requests: IncomingMessage[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      requests.push(request);
      handler(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => (requests = []));
  afterAll(async () => {
    await client.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const call = (more: Partial<InternalRequest> = {}) =>
    client.call<{ ok: boolean }>({
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      audience: 'accounts',
      method: 'GET',
      path: '/internal/things',
      ...more,
    });
  const answer = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
    handler = (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
  };

  it('are signed as the calling service for the called one, and carry the context', async () => {
    answer(200, { ok: true });
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const send = () => call({ method: 'POST', body: { a: 1 }, query: { q: 'x y', none: undefined } });
    await expect(runInContext({ correlationId: 'correlation-1', traceparent }, send)).resolves.toEqual({ ok: true });
    const [{ headers, url }] = requests as [IncomingMessage];
    expect(url).toBe('/internal/things?q=x+y');
    expect(headers).toMatchObject({ 'x-correlation-id': 'correlation-1', traceparent });
    await expect(kit.verifier.verify(String(headers[identityHeader]))).resolves.toMatchObject({
      kind: 'service',
      sub: 'oauth',
    });
  });

  it("bring the other service's error back under its own code", async () => {
    const error = new AppError(accountsErrors.alreadyConnected, { detail: 'd', extra: { rules: [1] } });
    answer(409, toProblem(error, 'correlation-1'));
    await expect(call()).rejects.toMatchObject({
      code: 'accounts.already_connected',
      kind: 'conflict',
      extra: { rules: [1] },
    });
    answer(429, toProblem(new AppError(requestErrors.throttled), 'c'), { 'retry-after': '7' });
    await expect(call()).rejects.toMatchObject({ code: 'request.throttled', retryAfterSeconds: 7 });
  });

  it.each([
    ["a refused identity, which is not the reader's", 401, toProblem(new AppError(requestErrors.unauthenticated), 'c')],
    ['a forbidden route', 403, toProblem(new AppError(requestErrors.forbidden), 'c')],
    ['a bug there', 500, toProblem(new AppError(requestErrors.bug), 'c')],
    ['an answer that is no problem document', 404, '<html>'],
    ['a redirect', 302, {}],
    ['an answer larger than 1 MB', 200, JSON.stringify('a'.repeat(1_100_000))],
  ])('are unavailable after %s', async (_what, status, body) => {
    answer(status, body, status === 302 ? { location: 'http://127.0.0.1:9/' } : {});
    await expect(call()).rejects.toMatchObject({ code: 'request.unavailable' });
    expect(requests).toHaveLength(1);
  });

  it('never quote an answer that can not be read', async () => {
    const token = randomToken();
    answer(200, `${token} is no JSON`);
    const error = (await call().catch((caught: unknown) => caught)) as AppError;
    expect(error.code).toBe('request.unavailable');
    expect([error.message, String(error.cause)].join()).not.toContain(token.slice(0, 6));
  });

  it('are repeated once when the connection breaks, but only if that is safe', async () => {
    handler = (request, response) => {
      if (requests.length % 2 === 1) request.socket.destroy();
      else response.end('{"ok":true}');
    };
    await expect(call()).resolves.toEqual({ ok: true });
    await expect(call({ method: 'PUT' })).resolves.toEqual({ ok: true });
    await expect(call({ method: 'POST', repeatable: true })).resolves.toEqual({ ok: true });
    requests = [];
    await expect(call({ method: 'POST' })).rejects.toMatchObject({ code: 'request.unavailable' });
    expect(requests).toHaveLength(1);
  });

  it('end at their time limit and are not repeated then', async () => {
    handler = () => undefined;
    await expect(call({ timeoutMs: 150 })).rejects.toMatchObject({ code: 'request.unavailable' });
    expect(requests).toHaveLength(1);
  });

  it.each([
    '/internal/things/../secrets',
    '//attacker.example/x',
    'http://attacker.example/x',
    '/internal/things?a=1',
    '/a#b',
  ])('refuse the path %s', async (path) => {
    await expect(call({ path })).rejects.toThrow('plain form');
    expect(requests).toHaveLength(0);
  });

  describe('with many lines', () => {
    const read = async () => {
      const rows: unknown[] = [];
      const { port } = server.address() as AddressInfo;
      const question = { audience: 'accounts', method: 'GET', path: '/internal/things' } as const;
      for await (const row of client.lines({ baseUrl: `http://127.0.0.1:${port}`, ...question })) rows.push(row);
      return rows;
    };

    it('are read one by one, wherever the network cuts them', async () => {
      const text = Array.from({ length: 500 }, (_, n) => JSON.stringify({ n, word: 'grün' })).join('\n') + '\n';
      handler = (_request, response) => {
        const bytes = Buffer.from(text);
        response.writeHead(200, { 'content-type': 'application/x-ndjson' });
        for (let at = 0; at < bytes.length; at += 7) response.write(bytes.subarray(at, at + 7));
        response.end();
      };
      const rows = await read();
      expect(rows).toHaveLength(500);
      expect(rows.at(-1)).toEqual({ n: 499, word: 'grün' });
    });

    it('that break off are no shorter answer', async () => {
      handler = (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/x-ndjson' });
        response.write('{"n":1}\n', () => response.destroy());
      };
      await expect(read()).rejects.toMatchObject({ code: requestErrors.unavailable.code });
      answer(404, toProblem(new AppError(accountsErrors.notFound), 'c'));
      await expect(read()).rejects.toMatchObject({ code: accountsErrors.notFound.code });
    });
  });
});
