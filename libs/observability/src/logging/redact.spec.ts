import { randomBytes } from 'node:crypto';
import { redactRecord, redactText } from './redact';

const canary = () => randomBytes(24).toString('hex');

describe('redaction', () => {
  it.each([
    ['a bearer token', (secret: string) => `Authorization: Bearer ${secret}`],
    ["Meta's token", (secret: string) => `failed for EAAB${secret}`],
    ["TikTok's access token", (secret: string) => `token act.${secret}!4`],
    ["TikTok's refresh token", (secret: string) => `token rft.${secret}`],
    ['an API key', (secret: string) => `key cck_${secret} refused`],
    ['an authorization link', (secret: string) => `GET /a/${secret} 303`],
    ['the address in a reminder', (secret: string) => `POST /unsubscribe/${secret} 200`],
    ['code and state of a callback', (secret: string) => `/oauth/tiktok/callback?code=${secret}&state=${secret}`],
    ['a database address', (secret: string) => `connect postgresql://app:${secret}@127.0.0.1/db`],
    [
      'a token in a URL that is itself encoded',
      (secret: string) => `next=%2Fcb%3Fcode%3D${secret}%26state%3D${secret}`,
    ],
    ['a link path that is encoded', (secret: string) => `returnTo=%2Fa%2F${secret}`],
    ["Google's refresh token", (secret: string) => `1//0${secret}`],
    ['basic credentials', (secret: string) => `authorization: Basic ${secret}`],
    ['credentials of any address', (secret: string) => `https://user:${secret}@proxy.example:8080/`],
    ['a form body', (secret: string) => `grant_type=refresh_token&refresh_token=${secret}`],
    [
      'an opaque token',
      (secret: string) => `got ${Buffer.from(secret, 'hex').toString('base64url')}${secret.slice(0, 8)}X1y2`,
    ],
    ['an e-mail address', (secret: string) => `no such user ${secret}@example.com`],
  ])('takes %s out of a text', (_what, text) => {
    const secret = canary();
    expect(redactText(text(secret))).not.toContain(secret);
  });

  it('takes secrets out of fields, nested and in errors with their causes', () => {
    const secret = canary();
    const record = {
      password: secret,
      headers: { cookie: secret, authorization: secret },
      err: new Error(`Bearer ${secret}`, { cause: new Error(`?code=${secret}`) }),
      list: [{ refreshToken: secret }],
    };
    expect(JSON.stringify(redactRecord(record))).not.toContain(secret);
  });

  it('keeps what is needed to understand', () => {
    const record = { msg: 'oauth.state_invalid', status: 400, err: new TypeError('x is not a function') };
    expect(redactRecord(record)).toMatchObject({ msg: 'oauth.state_invalid', status: 400, err: { type: 'TypeError' } });
  });

  it('reads our own codes and states but no other value of these fields', () => {
    const record = { code: 'oauth.state_invalid', from: 'AUTHENTICATED', to: 'REAUTH' };
    expect(redactRecord(record)).toEqual(record);
    const secret = canary();
    expect(redactRecord({ code: '482910', state: secret })).toEqual({ code: '[redacted]', state: '[redacted]' });
  });

  it.each([
    '019a1f5e-7c1b-7d2a-8f5e-0123456789ab',
    'accounts.grants-019a1f5e-7c1b-7d2a-8f5e-0123456789ab',
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    'CreateMarketplaceMembershipsAndInvites1790000000100',
    'at Object.<anonymous> (services/oauth/src/connect-transactions/start-connect-transaction.handler.ts:12:3)',
  ])('lets %s be read', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it('takes no long time over a long text', () => {
    const started = performance.now();
    redactText('a'.repeat(1_000_000));
    redactText('a.'.repeat(500_000));
    // What grows with the square of the length takes minutes here.
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('drops the parameters that a failed query carries', () => {
    const secret = canary();
    const failed = Object.assign(new Error('duplicate key'), { parameters: [secret], code: '23505' });
    expect(JSON.stringify(redactRecord({ err: failed }))).not.toContain(secret);
    expect(redactRecord(failed)).toMatchObject({ code: '23505' });
  });
});
