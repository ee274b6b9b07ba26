import { signHubBody, signMetaRequest, signTikTokBody } from '../testing';
import { randomToken } from '../secrets/tokens';
import { verifyHubSignature } from './hub-signature';
import { verifyMetaSignedRequest } from './meta-signed-request';
import { verifyTikTokSignature } from './tiktok-signature';

const secret = randomToken();
const now = new Date();
const seconds = Math.floor(now.getTime() / 1000);

describe('Meta signed_request (WH-02)', () => {
  const payload = { algorithm: 'HMAC-SHA256', issued_at: seconds, user_id: '218471' };
  const [signature, encoded] = signMetaRequest(payload, secret).split('.') as [string, string];

  it('is accepted with any live secret', () => {
    expect(verifyMetaSignedRequest(signMetaRequest(payload, secret), [randomToken(), secret])?.userId).toBe('218471');
    const lower = { ...payload, algorithm: 'hmac-sha256' };
    expect(verifyMetaSignedRequest(signMetaRequest(lower, secret), [secret])?.userId).toBe('218471');
  });

  it.each([
    ['another algorithm', signMetaRequest({ ...payload, algorithm: 'HMAC-SHA1' }, secret)],
    ['no algorithm', signMetaRequest({ user_id: '1' }, secret)],
    ['swapped parts', `${encoded}.${signature}`],
    ['padding', `${signature}=.${encoded}`],
    ['three parts', `${signature}.${encoded}.${encoded}`],
    ['one part', signature],
    ['an empty signature', `.${encoded}`],
    [
      'a changed payload',
      `${signature}.${Buffer.from(JSON.stringify({ ...payload, user_id: '2' })).toString('base64url')}`,
    ],
    ['a time in the future', signMetaRequest({ ...payload, issued_at: seconds + 3_600 }, secret)],
    ['a time long ago', signMetaRequest({ ...payload, issued_at: seconds - 73 * 3_600 }, secret)],
    ['no time', signMetaRequest({ algorithm: 'HMAC-SHA256', user_id: '1' }, secret)],
    ['a time that is no number', signMetaRequest({ ...payload, issued_at: `${seconds}` }, secret)],
    ['an empty secret', signMetaRequest(payload, '')],
    ['standard base64', `${signature.replaceAll('-', '+').replaceAll('_', '/')}+.${encoded}`],
    ["another platform's secret", signMetaRequest(payload, randomToken())],
    ['a payload that is no JSON', signMetaRequest([], secret)],
  ])('is refused with %s', (_what, request) => {
    expect(verifyMetaSignedRequest(request, [secret], now)).toBeUndefined();
  });
});

describe('X-Hub-Signature-256 (WH-03)', () => {
  const body = Buffer.from('{"object":"permissions", "entry":[]}');
  const good = signHubBody(body, secret);

  it('is accepted over the raw bytes with any live secret', () => {
    expect(verifyHubSignature(good, body, [randomToken(), secret])).toBe(true);
  });

  it.each([
    ['re-serialised JSON', good, Buffer.from(JSON.stringify(JSON.parse(body.toString())))],
    ['a cut signature', good.slice(0, -2), body],
    ['two signatures', `${good}, ${good}`, body],
    ['another algorithm', good.replace('sha256', 'sha1'), body],
    ['no algorithm', good.replace('sha256=', ''), body],
    ['nothing in it', '', body],
    ['no signature', undefined, body],
    ['the secret of another app', signHubBody(body, randomToken()), body],
  ])('is refused with %s', (_what, header, bytes) => {
    expect(verifyHubSignature(header, bytes, [secret])).toBe(false);
  });

  it('is refused where there is no secret', () => {
    expect(verifyHubSignature(signHubBody(body, ''), body, [])).toBe(false);
  });
});

describe('TikTok-Signature (WH-04)', () => {
  const body = Buffer.from('{"event":"authorization.removed", "content":"{\\"reason\\": 1 }"}');

  it('is accepted over the raw bytes, for 72 hours and with any live secret', () => {
    expect(verifyTikTokSignature(signTikTokBody(body, secret), body, [randomToken(), secret])).toBe(true);
    expect(verifyTikTokSignature(signTikTokBody(body, secret, seconds - 71 * 3_600), body, [secret], now)).toBe(true);
  });

  it.each([
    ['re-serialised JSON', signTikTokBody(body, secret), Buffer.from(JSON.stringify(JSON.parse(body.toString())))],
    ['an old time', signTikTokBody(body, secret, seconds - 73 * 3_600), body],
    ['a time in the future', signTikTokBody(body, secret, seconds + 3_600), body],
    ['two signatures', `${signTikTokBody(body, secret)},s=${'0'.repeat(64)}`, body],
    ['two times', `t=${seconds},${signTikTokBody(body, secret)}`, body],
    ['a cut signature', signTikTokBody(body, secret).slice(0, -2), body],
    ['no signature', undefined, body],
    ['nothing in it', '', body],
    ['the secret of another app', signTikTokBody(body, randomToken()), body],
  ])('is refused with %s', (_what, header, bytes) => {
    expect(verifyTikTokSignature(header, bytes, [secret], now)).toBe(false);
  });
});
