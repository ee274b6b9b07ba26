import type { CallRecord } from '../capabilities/client-options';
import { PlatformError } from '../platform-error';
import { SecretText } from '../secret-text';
import { freshToken, LoopbackPlatform, type Reply } from '../testing/loopback-platform';
import { type HttpCall, PlatformHttp } from './platform-http';

describe('PlatformHttp', () => {
  let platform: LoopbackPlatform;
  let http: PlatformHttp;
  const records: CallRecord[] = [];

  beforeAll(async () => {
    platform = await LoopbackPlatform.start();
    http = new PlatformHttp('tiktok', { profile: 'local', timeoutMs: 250, onCall: (call) => records.push(call) });
  });
  afterEach(() => {
    platform.reset();
    records.length = 0;
  });
  afterAll(async () => {
    await http.close();
    await platform.stop();
  });

  const call = (extra: Partial<HttpCall> = {}): HttpCall => ({
    operation: 'probe',
    method: 'GET',
    url: new URL('/x', platform.url),
    ...extra,
  });
  const failureOf = async (reply: Reply, extra: Partial<HttpCall> = {}): Promise<PlatformError> => {
    platform.answers(reply);
    const error: unknown = await http.perform(call(extra), (answer) => answer).catch((thrown: unknown) => thrown);
    if (!(error instanceof PlatformError)) throw new Error('a PlatformError was expected', { cause: error });
    return error;
  };

  it('OC-07: gives up on a platform that hangs, and cannot tell whether the call had its effect', async () => {
    const error = await failureOf(() => undefined);
    expect(error).toMatchObject({ kind: 'transient', outcome: 'unknown', answer: { note: 'timeout' } });
  });

  it('OC-07: gives up on a reply that trickles past the deadline', async () => {
    const error = await failureOf((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(error).toMatchObject({ kind: 'transient', answer: { note: 'timeout' } });
  });

  it('cuts the calls of work that is over, and begins none', async () => {
    const work = new AbortController();
    const over = new Error('over');
    const called = new Promise<void>((resolve) => platform.answers(() => resolve()));
    const ofWork = new PlatformHttp('tiktok', { profile: 'local', timeoutMs: 60_000, signal: () => work.signal });
    const cut = ofWork.perform(call(), (answer) => answer);
    await called;
    work.abort(over);
    await expect(cut).rejects.toBe(over);
    await expect(ofWork.perform(call(), (answer) => answer)).rejects.toBe(over);
    expect(platform.calls).toHaveLength(1);
    // What others do with the same client meanwhile is theirs.
    const others = new PlatformHttp('tiktok', { profile: 'local', signal: () => undefined });
    platform.answers({ status: 200, body: {} });
    await expect(others.perform(call(), ({ status }) => status)).resolves.toBe(200);
    await Promise.all([ofWork.close(), others.close()]);
  });

  it('OC-07: follows no redirect: the other host sees nothing', async () => {
    const other = await LoopbackPlatform.start();
    const token = new SecretText(freshToken('redirected'));
    const error = await failureOf({ status: 302, headers: { location: `${other.url}/stolen` } }, { bearer: token });
    expect(error).toMatchObject({ kind: 'unknown', outcome: 'answered', answer: { note: 'redirect_refused' } });
    expect(other.calls).toEqual([]);
    await other.stop();
  });

  it.each(['announced', 'not announced'])('OC-07: stops reading a reply of 100 MB (length %s)', async (length) => {
    const size = 100 * 1024 * 1024;
    let written = 0;
    let closed: Promise<void> = Promise.resolve();
    const error = await failureOf((_request, response) => {
      closed = new Promise((resolve) => response.once('close', () => resolve()));
      response.writeHead(200, length === 'announced' ? { 'content-length': size } : {});
      const chunk = Buffer.alloc(64 * 1024, 'a');
      const pump = () => {
        while (written < size && !response.destroyed) {
          written += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', pump);
        }
      };
      pump();
    });
    await closed;
    expect(error).toMatchObject({ kind: 'unknown', answer: { note: 'reply_too_large' } });
    expect(written).toBeLessThan(20 * 1024 * 1024);
  });

  it.each([
    [200, 'unknown'],
    [404, 'unknown'],
    [429, 'throttled'],
    [502, 'transient'],
  ])('OC-07: reads a page that is no JSON, status %i, as %s', async (status, kind) => {
    const error = await failureOf({ status, text: '<html>token=abc</html>' });
    expect(error).toMatchObject({ kind, answer: { note: 'not_json', status } });
    expect(error.message).not.toContain('html');
  });

  it('tells a platform that was never reached from one whose answer was lost', async () => {
    const gone = await LoopbackPlatform.start();
    const url = new URL('/x', gone.url);
    await gone.stop();
    expect(await failureOf({}, { url })).toMatchObject({ kind: 'transient', outcome: 'not_sent' });
    platform.reset();
    const cut: Reply = (request) => void request.socket.destroy();
    expect(await failureOf(cut)).toMatchObject({ kind: 'transient', outcome: 'unknown' });
  });

  it('OC-08: refuses to send a token in an address, in whatever spelling', async () => {
    const token = new SecretText('act.a*b!c d');
    const url = new URL('/x', platform.url);
    url.searchParams.set('access_token', token.reveal());
    await expect(http.perform(call({ url, bearer: token }), String)).rejects.toThrow('secret in the address');
    expect(platform.calls).toEqual([]);
  });

  it('sends the token in the header only, and reports the call without address or token', async () => {
    const token = new SecretText(freshToken('header'));
    platform.answers({ json: { fine: true } });
    const reply = await http.perform(call({ bearer: token, method: 'POST', json: { a: 1 } }), (answer) => answer);
    expect(reply).toMatchObject({ status: 200, body: { fine: true } });
    expect(platform.calls[0]).toMatchObject({ url: '/x', body: '{"a":1}' });
    expect(platform.calls[0]?.headers['authorization']).toBe(`Bearer ${token.reveal()}`);
    expect(records).toEqual([
      { api: 'tiktok', operation: 'probe', milliseconds: expect.any(Number) as number, outcome: 'ok' },
    ]);
  });

  it('reads an empty reply as an empty object', async () => {
    platform.answers({ text: '' });
    expect((await http.perform(call(), (answer) => answer)).body).toEqual({});
  });

  it('counts failures by kind', async () => {
    await failureOf({ status: 503, text: 'down' });
    expect(records).toMatchObject([{ outcome: 'transient' }]);
  });
});
