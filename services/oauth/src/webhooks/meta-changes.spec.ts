import { randomToken } from '@creator-connect/security';
import { signHubBody } from '@creator-connect/security/testing';
import { randomBytes } from 'node:crypto';
import { permissionChanges } from './meta-changes';
import { WebhookSecrets } from './webhook-secrets';

const [meta, oldMeta] = [randomToken(), randomToken()];
const url = 'https://connect.example.com';
const secrets = new WebhookSecrets([meta, oldMeta], [], undefined, url, randomBytes(32), 'the-verify-token');
const seconds = Math.floor(Date.now() / 1000) - 60;
const notice = (change: object = {}, entry: object = {}) =>
  JSON.stringify({
    object: 'permissions',
    entry: [{ id: '218471', time: seconds, changed_fields: ['instagram_basic'], ...entry }],
    ...change,
  });
const read = (body: string, signature: string | string[] | undefined = signHubBody(body, meta)) =>
  permissionChanges(Buffer.from(body), signature, secrets);

describe("Meta's change notices (WH-03)", () => {
  it('tell whose permissions changed, and when, with either live secret', () => {
    const expected = [{ personId: '218471', occurredAt: new Date(seconds * 1000), identity: expect.any(String) }];
    for (const secret of [meta, oldMeta]) expect(read(notice(), signHubBody(notice(), secret))).toEqual(expected);
    expect(read(notice({}, { id: 218471 }))).toEqual(expected);
    expect(read(notice({ object: 'user' }))).toEqual(expected);
  });

  it('tell of a person once, and of many', () => {
    const entry = ['1', '2', '1'].map((id) => ({ id, time: seconds }));
    expect(read(notice({ entry }))?.map(({ personId }) => personId)).toEqual(['1', '2']);
  });

  it('are the same notice when the bytes are the same', () => {
    const identities = [notice(), notice(), notice({}, { time: seconds + 1 })].map((body) => read(body)![0]!.identity);
    expect(identities[0]).toBe(identities[1]);
    expect(identities[0]).not.toBe(identities[2]);
  });

  it.each([
    ['another object', notice({ object: 'instagram' })],
    ['nobody', notice({ entry: [] })],
    ['what happened long ago', notice({}, { time: seconds - 73 * 3_600 })],
    ['an entry without an id', notice({}, { id: '' })],
    ['an entry without a time', notice({}, { time: 'yesterday' })],
    ['no entries', notice({ entry: {} })],
    ['no JSON', '{"object"'],
    ['a list', '[]'],
  ])('have no effect with %s, signed as they are', (_what, body) => {
    expect(read(body)).toEqual([]);
  });

  it('never happened later than now', () => {
    const [change] = read(notice({}, { time: seconds + 86_400 }))!;
    expect(change!.occurredAt.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('are refused with another signature, none, or two', () => {
    expect(read(notice(), signHubBody(notice(), randomToken()))).toBeUndefined();
    expect(permissionChanges(Buffer.from(notice()), undefined, secrets)).toBeUndefined();
    expect(read(notice(), [signHubBody(notice(), meta)])).toBeUndefined();
  });

  it('are subscribed with the verify token alone, and where there is one', () => {
    expect(secrets.isMetaVerifyToken('the-verify-token')).toBe(true);
    expect(secrets.isMetaVerifyToken('the-verify-toke')).toBe(false);
    expect(new WebhookSecrets([meta], [], undefined, url, randomBytes(32)).isMetaVerifyToken('')).toBe(false);
  });
});
