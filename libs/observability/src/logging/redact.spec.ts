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
    ['code and state of a callback', (secret: string) => `/oauth/tiktok/callback?code=${secret}&state=${secret}`],
    ['a database address', (secret: string) => `connect postgresql://app:${secret}@127.0.0.1/db`],
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

  it('drops the parameters that a failed query carries', () => {
    const secret = canary();
    const failed = Object.assign(new Error('duplicate key'), { parameters: [secret], code: '23505' });
    expect(JSON.stringify(redactRecord({ err: failed }))).not.toContain(secret);
    expect(redactRecord(failed)).toMatchObject({ code: '23505' });
  });
});
