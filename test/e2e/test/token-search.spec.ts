import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordedFetch } from '../src/doors/recorded-fetch';
import { canaries, canaryTexts, linkCanary } from '../src/leaks/canary';
import { linesBelow } from '../src/leaks/files';
import { hexDigits, runsOf } from '../src/leaks/runs';
import { secretsIn } from '../src/leaks/secret-search';
import { fingerprintOf, searchFor, tokensIn } from '../src/leaks/token-search';

const quotedPrintable = (text: string) => text.replace(/.{75}/g, '$&=\r\n');
const inMimeLines = (text: string) => text.replace(/.{76}/g, '$&\r\n');

describe.each(canaries('a test'))('the token search and a canary of $platform', ({ token }) => {
  it.each(canaryTexts(token))('finds it: $how', ({ text, encoding }) => {
    expect(tokensIn(`before ${text} after`)).toContainEqual({ encoding, fingerprint: fingerprintOf(token) });
  });

  it('finds it in the broken lines of a mail', () => {
    const paragraph = `An ordinary sentence of a mail comes first. ${token} And one more.`;
    const found = { fingerprint: fingerprintOf(token) };
    expect(tokensIn(quotedPrintable(paragraph))).toContainEqual({ ...found, encoding: 'plain' });
    const encoded = Buffer.from(paragraph).toString('base64');
    expect(tokensIn(inMimeLines(encoded))).toContainEqual({ ...found, encoding: 'base64' });
  });
});

describe('the search for a secret that is known', () => {
  const secret = linkCanary('a test');
  const find = secretsIn([linkCanary('another test'), secret]);
  const found = (encoding: string) => [{ encoding, fingerprint: fingerprintOf(secret) }];

  it.each(canaryTexts(secret))('finds it: $how', ({ text, encoding }) => {
    expect(find(`before ${text} after`)).toEqual(found(encoding));
  });

  it('finds it in an address, and in the broken lines of a mail', () => {
    const paragraph = `An ordinary sentence of a mail: https://connect.example.com/a/${secret} And one more.`;
    expect(find(paragraph)).toEqual(found('plain'));
    expect(find(quotedPrintable(paragraph))).toEqual(found('plain'));
    expect(find(inMimeLines(Buffer.from(paragraph).toString('base64')))).toEqual(found('base64'));
  });

  it('finds nothing where it is not, nor where only its hash is', () => {
    const hash = createHash('sha256').update(secret);
    expect(find(`${linkCanary('a third test')} ${hash.copy().digest('hex')} ${hash.digest('base64')}`)).toEqual([]);
    expect(find(secret.slice(0, -1))).toEqual([]);
  });
});

describe('runs of an alphabet', () => {
  it('are those that a regular expression finds, wherever they begin and end', () => {
    for (const lengths of [[3], [4], [5], [4, 4], [3, 9], [1, 4, 2], [12, 3, 4]]) {
      for (const [before, between, after] of [
        ['', '.', ''],
        ['..', '...', '.'],
        ['....', '.....', '....'],
      ] as const) {
        const text = before + lengths.map((length) => 'a'.repeat(length)).join(between) + after;
        expect([text, ...runsOf(text, hexDigits, 4)]).toEqual([text, ...(text.match(/a{4,}/g) ?? [])]);
      }
    }
  });
});

describe('the token search', () => {
  const folder = mkdtempSync(join(tmpdir(), 'token-search-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('finds nothing where nothing is', () => {
    expect(tokensIn('an ordinary text of some length, with nothing secret in it at all')).toEqual([]);
    expect(tokensIn(Buffer.alloc(10_000).toString('base64'))).toEqual([]);
  });

  it('sees a token that lies across two pieces of a large file, as one', async () => {
    const token = canaries('a test')[0]?.token ?? '';
    writeFileSync(join(folder, 'large'), `${' '.repeat((1 << 20) - 20)}${token} ${'.'.repeat(100)}`);
    expect(searchFor(tokensIn, [folder])).toEqual([
      { file: join(folder, 'large'), encoding: 'plain', fingerprint: fingerprintOf(token) },
    ]);
  });

  it('reads lines whole, however long, and in the order of their file', () => {
    const lines = ['first', 'x'.repeat(3 << 20), '', 'last'];
    const lone = join(folder, 'lines');
    mkdirSync(lone);
    writeFileSync(join(lone, 'a'), lines.join('\r\n'));
    writeFileSync(join(lone, 'b'), 'of another\n');
    expect([...linesBelow([lone])]).toEqual([...lines, 'of another', '']);
  });

  it('reads what passed a door, both ways', async () => {
    const echo = createServer((request, response) => void request.pipe(response));
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
    const { port } = echo.address() as AddressInfo;
    const [sent, answered] = canaries('a test').map(({ token }) => token) as [string, string];
    const recording = join(folder, 'http');
    process.env['CONNECT_HTTP_RECORDING'] = recording;
    try {
      const url = new URL(`http://127.0.0.1:${port}/?token=${sent}`);
      const answer = await recordedFetch(url, { method: 'POST', body: answered });
      expect(await answer.text()).toBe(answered);
    } finally {
      delete process.env['CONNECT_HTTP_RECORDING'];
      await new Promise((resolve) => echo.close(resolve));
    }
    const kept = readFileSync(join(recording, `127.0.0.1-${port}.http`), 'latin1');
    expect(kept.split(answered)).toHaveLength(3);
    expect(
      searchFor(tokensIn, [recording])
        .map(({ fingerprint }) => fingerprint)
        .sort(),
    ).toEqual([sent, answered].map(fingerprintOf).sort());
  });

  it('does not tell the token in what it reports', () => {
    const token = canaries('a test')[0]?.token ?? '';
    expect(JSON.stringify(tokensIn(token))).not.toContain(token.slice(8, 24));
  });
});
