import type { ChildProcess } from 'node:child_process';
import { until } from '@creator-connect/messaging/testing';
import { consentAt } from '@creator-connect/platforms/testing';
import { Creator, freePort, OauthFixture } from './support/oauth-fixture';

interface Line {
  msg: string;
  correlationId?: string;
  transactionId?: string;
  code?: string;
  answer?: Record<string, unknown>;
}

/** What the doctor has no name for: the person gets a number, with which the operator finds what the platform said. */
describe('a failure that nothing explains', () => {
  let oauth: OauthFixture;
  let replica: ChildProcess;
  let address: string;
  let log = '';

  beforeAll(async () => {
    oauth = await OauthFixture.start();
    const port = await freePort();
    address = `http://localhost:${port}`;
    replica = oauth.process({ PORT: String(port), LOG_LEVEL: 'warn' });
    replica.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
    const isUp = async () => (await fetch(`${address}/health/ready`).catch(() => undefined))?.status === 200;
    await until('the replica that is logged', isUp, 30_000);
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => replica.once('exit', resolve));
    replica.kill('SIGTERM');
    await ended;
    await oauth.stop();
  });
  afterEach(() => oauth.sandbox.clearFaults());

  /** The person comes back from the platform at the replica whose log is read. */
  async function comeBack(platform: 'instagram' | 'tiktok', persona: string) {
    const creator = new Creator(oauth);
    const { id, redirectTo } = await creator.start(platform);
    const callback = new URL(await consentAt(redirectTo, { persona }));
    const code = callback.searchParams.get('code') ?? '';
    const answer = await creator.get(`${address}${callback.pathname}${callback.search}`);
    expect([answer.status, answer.headers['location']]).toEqual([303, `/connect/transactions/${id}`]);
    const { body } = await creator.get(`/v1/connect-transactions/${id}`);
    return { id, creator, code, error: body['error'] as { code: string; reference?: string }, body };
  }
  const linesOf = (reference: string): Promise<Line[]> =>
    until(`log lines with ${reference}`, async () => {
      const found = log
        .split('\n')
        .filter((line) => line.includes(reference))
        .map((line) => JSON.parse(line) as Line);
      return found.some(({ code }) => code !== undefined) && found;
    });

  it.each<[string, 'instagram' | 'tiktok', string, object, string, object]>([
    [
      'an answer that no document names',
      'instagram',
      'creator-one-page',
      { platform: 'facebook', kind: 'error', code: 987, subcode: 99, operation: 'graph.oauth.access_token' },
      'oauth.platform_unavailable',
      { errorCode: '987', subcode: '99' },
    ],
    [
      'a refusal of our app',
      'tiktok',
      'tiktok-everyday',
      { platform: 'tiktok', kind: 'error', code: 'unauthorized_client', operation: 'tiktok.oauth.token' },
      'oauth.exchange_failed',
      { errorCode: 'unauthorized_client' },
    ],
    [
      'a token of another app',
      'instagram',
      'creator-one-page',
      { platform: 'facebook', kind: 'foreign_app', times: 1 },
      'oauth.foreign_token',
      { operation: 'inspect', issuedToUs: false },
    ],
  ])('%s: the reference leads to the redacted answer', async (_what, platform, persona, fault, expected, answer) => {
    await oauth.sandbox.fault({ times: 9, ...fault } as unknown as Parameters<typeof oauth.sandbox.fault>[0]);
    const { id, code, error } = await comeBack(platform, persona);
    expect(error).toMatchObject({ code: expected, reference: expect.stringMatching(/^[\w-]{8,64}$/) });
    const lines = await linesOf(error.reference!);
    expect(lines).toContainEqual(
      expect.objectContaining({
        correlationId: error.reference,
        transactionId: id,
        code: expected,
        answer: expect.objectContaining(answer),
      }),
    );
    const all = JSON.stringify(lines);
    for (const secret of [code, oauth.sandbox.metaAppSecret, oauth.sandbox.tiktokSecret]) {
      expect(all).not.toContain(secret);
    }
  });

  it('a named cause has none: it has its own next step', async () => {
    const { body } = await comeBack('instagram', 'creator-no-page');
    expect(body).toMatchObject({ status: 'SETUP_UNFINISHED', diagnosis: { cause: 'no_page' } });
    const creator = new Creator(oauth);
    const refused = await creator.consent('instagram', { persona: 'creator-one-page', decision: 'cancel' });
    expect(refused.transaction['error']).toEqual(expect.not.objectContaining({ reference: expect.anything() }));
  });

  it('another look that fails has one, too', async () => {
    const { id, creator } = await comeBack('instagram', 'creator-no-page');
    await oauth.sandbox.does('creator-no-page', 'remove-app');
    const { body } = await creator.post(`${address}/v1/connect-transactions/${id}/checks`);
    const { code, reference } = body['error'] as { code: string; reference: string };
    expect(code).toBe('oauth.exchange_failed');
    expect(await linesOf(reference)).toContainEqual(
      expect.objectContaining({ transactionId: id, code, answer: expect.objectContaining({ operation: 'inspect' }) }),
    );
  });
});
