import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { Secret } from './secret';
import { lookupHash, randomToken, timingSafeEqualText } from './tokens';

describe('Secret', () => {
  it('is redacted however it is printed', () => {
    const value = randomToken();
    const secret = Secret.of(value);
    const printed = [
      [secret, secret].join(' '),
      String(secret),
      JSON.stringify({ secret }),
      inspect({ deep: [secret] }, { depth: 5, showHidden: true }),
      new Error('refused '.concat(String(secret))).message,
      Object.values(secret).join(),
    ];
    for (const text of printed) expect(text).not.toContain(value);
    expect(secret.reveal()).toBe(value);
  });
});

describe('tokens', () => {
  it('have 256 bits and never repeat', () => {
    const tokens = Array.from({ length: 1_000 }, () => randomToken());
    expect(new Set(tokens).size).toBe(1_000);
    expect(Buffer.from(tokens[0]!, 'base64url')).toHaveLength(32);
  });

  it('compare by content, whatever the lengths', () => {
    expect(timingSafeEqualText('same', 'same')).toBe(true);
    expect(timingSafeEqualText('same', 'other')).toBe(false);
    expect(timingSafeEqualText('', 'x')).toBe(false);
  });

  it('look up under one key only', () => {
    const key = randomBytes(32);
    expect(lookupHash(key, 'a')).toEqual(lookupHash(key, 'a'));
    expect(lookupHash(key, 'a')).not.toEqual(lookupHash(randomBytes(32), 'a'));
  });
});
