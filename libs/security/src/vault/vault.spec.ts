import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Envelope, type SealContext } from './envelope';
import { SealBroken } from './sealing';
import { KeyRingError, readKeyFile } from './key-file';
import { KeyRing } from './key-ring';

const key = () => randomBytes(32).toString('base64');
const ring = (active = 'k1', keys: Record<string, string> = { k1: key() }) => JSON.stringify({ active, keys });
const context: SealContext = {
  organisation: 'org-1',
  influencer: 'influencer-1',
  platform: 'instagram',
  connection: 'grant-1',
  field: 'access',
};

describe('Envelope', () => {
  const envelope = new Envelope(KeyRing.parse(ring()));
  const dataKey = envelope.newDataKey();
  const token = randomBytes(40).toString('hex');

  it('opens what it sealed, and seals the same token differently each time', () => {
    const [one, two] = [envelope.seal(dataKey, token, context), envelope.seal(dataKey, token, context)];
    expect(one).not.toBe(two);
    expect(one).not.toContain(token);
    expect(envelope.open(dataKey, one, context)).toBe(token);
  });

  it.each(Object.keys(context) as (keyof SealContext)[])('does not open under another %s', (part) => {
    const sealed = envelope.seal(dataKey, token, context);
    expect(() => envelope.open(dataKey, sealed, { ...context, [part]: 'another' })).toThrow(SealBroken);
  });

  it('tells contexts apart whose parts only join to the same text', () => {
    const sealed = envelope.seal(dataKey, token, { ...context, organisation: 'ab', influencer: 'c' });
    expect(() => envelope.open(dataKey, sealed, { ...context, organisation: 'a', influencer: 'bc' })).toThrow(
      SealBroken,
    );
  });

  it('fails when any bit is flipped or the tag is cut', () => {
    const bytes = Buffer.from(envelope.seal(dataKey, token, context).slice(3), 'base64url');
    for (let i = 0; i < bytes.length; i += 1) {
      const flipped = Buffer.from(bytes);
      flipped[i]! ^= 1;
      expect(() => envelope.open(dataKey, `v1.${flipped.toString('base64url')}`, context)).toThrow(SealBroken);
    }
    const text = envelope.seal(dataKey, token, context);
    for (const changed of [`${text}=`, `${text} `, text.replace('v1.', 'v2.'), text.slice(0, -1), text.slice(3)]) {
      expect(() => envelope.open(dataKey, changed, context)).toThrow(SealBroken);
    }
    for (const length of [0, 27, bytes.length - 4]) {
      const cut = `v1.${bytes.subarray(0, length).toString('base64url')}`;
      expect(() => envelope.open(dataKey, cut, context)).toThrow(SealBroken);
    }
  });

  it('repeats no nonce', () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 100_000; i += 1) nonces.add(envelope.seal(dataKey, 't', context).slice(3, 19));
    expect(nonces.size).toBe(100_000);
  });

  it('does not unwrap a key that was changed, nor one that claims another key of the ring', () => {
    const two = new Envelope(KeyRing.parse(ring('a', { a: key(), b: key() })));
    const wrapped = two.wrap(dataKey);
    const last = wrapped.at(-1) === 'A' ? 'Q' : 'A';
    for (const changed of [
      wrapped.replace('v1:a', 'v1:b'),
      `${wrapped.slice(0, -1)}${last}`,
      `${wrapped}:x`,
      'v2:a:x',
    ]) {
      expect(() => two.unwrap(changed)).toThrow(SealBroken);
    }
  });

  it('unwraps with decrypt-only keys and wraps with the active one', () => {
    const keys = { old: key(), fresh: key() };
    const before = new Envelope(KeyRing.parse(ring('old', keys)));
    const after = new Envelope(KeyRing.parse(ring('fresh', keys)));
    const wrapped = before.wrap(dataKey);
    expect(after.unwrap(wrapped)).toEqual(dataKey);
    expect(Envelope.keyIdOf(after.wrap(dataKey))).toBe('fresh');
    expect(() => envelope.unwrap(wrapped)).toThrow(KeyRingError);
  });
});

describe('KeyRing', () => {
  const dir = mkdtempSync(join(tmpdir(), 'key-ring-'));
  const file = join(dir, 'ring.json');
  afterAll(() => rmSync(dir, { recursive: true }));

  it.each([
    ['a short key', ring('k1', { k1: randomBytes(16).toString('base64') })],
    ['an all-zero key', ring('k1', { k1: Buffer.alloc(32).toString('base64') })],
    ['a typed example key', ring('k1', { k1: Buffer.from('changeme'.repeat(4)).toString('base64') })],
    [
      'the example key of many manuals',
      ring('k1', { k1: Buffer.from(Array.from({ length: 32 }, (_, i) => i)).toString('base64') }),
    ],
    [
      'a repeated byte pattern',
      ring('k1', { k1: Buffer.from('0f1e2d3c4b5a6978'.repeat(4), 'hex').toString('base64') }),
    ],
    ['a typed sentence', ring('k1', { k1: Buffer.from('my 1st Key-for:the vault, 32 bts').toString('base64') })],
    ['a missing active key', ring('k2')],
    ['something else', '{"k1": "x"}'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(() => KeyRing.parse(text)).toThrow(KeyRingError);
  });

  it('refuses a missing file and one that others can read', () => {
    expect(() => KeyRing.fromFile(join(dir, 'none.json'))).toThrow(KeyRingError);
    writeFileSync(file, ring());
    chmodSync(file, 0o640);
    expect(() => KeyRing.fromFile(file)).toThrow(/readable by others/);
    chmodSync(file, 0o400);
    expect(KeyRing.fromFile(file).activeId).toBe('k1');
  });

  it('notices a key that was exchanged under the same id', () => {
    const [one, same] = [key(), key()];
    const check = KeyRing.parse(ring('k1', { k1: one })).checkValue('k1');
    expect(KeyRing.parse(ring('k2', { k1: one, k2: same })).checkValue('k1')).toBe(check);
    expect(KeyRing.parse(ring('k1', { k1: same })).checkValue('k1')).not.toBe(check);
    expect(check).not.toContain(one.slice(0, 8));
  });

  it('reads a single key under the same rules', () => {
    const path = join(dir, 'lookup.key');
    writeFileSync(path, `${key()}\n`, { mode: 0o400 });
    expect(readKeyFile(path)).toHaveLength(32);
    const short = join(dir, 'short.key');
    writeFileSync(short, randomBytes(16).toString('base64'), { mode: 0o400 });
    expect(() => readKeyFile(short)).toThrow(KeyRingError);
    expect(() => readKeyFile(join(dir, 'none.key'))).toThrow(KeyRingError);
  });

  it('never quotes a key in its errors', () => {
    const secret = key();
    try {
      KeyRing.parse(`{"active":"k1","keys":{"k1":"${secret}"`);
    } catch (error) {
      expect(JSON.stringify([(error as Error).message, (error as Error).cause])).not.toContain(secret.slice(0, 8));
    }
    expect.assertions(1);
  });
});
