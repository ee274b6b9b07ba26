import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordedFetch } from '../src/doors/recorded-fetch';
import { canaries, canaryTexts } from '../src/leaks/canary';
import { fingerprintOf, searchForTokens, tokensIn } from '../src/leaks/token-search';

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
    expect(await searchForTokens([folder])).toEqual([
      { file: join(folder, 'large'), encoding: 'plain', fingerprint: fingerprintOf(token) },
    ]);
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
    expect((await searchForTokens([recording])).map(({ fingerprint }) => fingerprint).sort()).toEqual(
      [sent, answered].map(fingerprintOf).sort(),
    );
  });

  it('does not tell the token in what it reports', () => {
    const token = canaries('a test')[0]?.token ?? '';
    expect(JSON.stringify(tokensIn(token))).not.toContain(token.slice(8, 24));
  });
});
