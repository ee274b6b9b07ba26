import { randomToken } from '@creator-connect/security';
import { signMetaRequest, signTikTokBody } from '@creator-connect/security/testing';
import { randomBytes } from 'node:crypto';
import { metaMessage, tiktokMessage } from './verify-webhook';
import { WebhookSecrets } from './webhook-secrets';

const [meta, oldMeta, tiktok] = [randomToken(), randomToken(), randomToken()];
const secrets = new WebhookSecrets(
  [meta, oldMeta],
  [tiktok],
  'our-key',
  'https://connect.example.com',
  randomBytes(32),
);
const bytes = (...requests: string[]) =>
  Buffer.from(new URLSearchParams(requests.map((request) => ['signed_request', request])).toString());
const happened = Math.floor(Date.now() / 1000) - 60;
const removal = (fields: object = {}) =>
  JSON.stringify({
    client_key: 'our-key',
    event: 'authorization.removed',
    create_time: happened,
    user_openid: 'open-1',
    content: '{"reason": 1 }',
    ...fields,
  });
const read = (body: string, signature = signTikTokBody(body, tiktok)) =>
  tiktokMessage(Buffer.from(body), signature, secrets);

describe('messages of Meta', () => {
  const payload = { algorithm: 'HMAC-SHA256', issued_at: happened, user_id: '218471' };

  it('tell who, and when it happened, with either live secret', () => {
    for (const secret of [meta, oldMeta]) {
      expect(metaMessage(bytes(signMetaRequest(payload, secret)), secrets)).toMatchObject({
        personId: '218471',
        occurredAt: new Date(happened * 1000),
      });
    }
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['two at once', bytes(signMetaRequest(payload, meta), signMetaRequest(payload, meta))],
    ['another secret', bytes(signMetaRequest(payload, tiktok))],
    ['JSON', Buffer.from(JSON.stringify({ signed_request: signMetaRequest(payload, meta) }))],
  ])('are refused with %s', (_what, body) => {
    expect(metaMessage(body, secrets)).toBeUndefined();
  });

  it('get one confirmation code each, the same when repeated', () => {
    expect(secrets.confirmationCode('a')).toBe(secrets.confirmationCode('a'));
    expect(secrets.confirmationCode('a')).not.toBe(secrets.confirmationCode('b'));
    expect(secrets.confirmationCode('a')).toMatch(/^[\w-]{32}$/);
  });
});

describe('messages of TikTok', () => {
  it('tell who, when and why', () => {
    expect(read(removal())).toMatchObject({
      event: 'authorization.removed',
      personId: 'open-1',
      reason: 1,
      occurredAt: new Date(happened * 1000),
    });
    expect(read(removal({ content: 'no json' }))?.reason).toBe(0);
  });

  it('are refused for another app, another signature, and what is no message', () => {
    expect(read(removal({ client_key: 'another' }))).toBeUndefined();
    expect(read(removal(), signTikTokBody(removal(), meta))).toBeUndefined();
    expect(read('[1]')).toBeUndefined();
    expect(tiktokMessage(Buffer.from(removal()), undefined, secrets)).toBeUndefined();
    expect(tiktokMessage(Buffer.from(removal()), [signTikTokBody(removal(), tiktok)], secrets)).toBeUndefined();
  });
});
