import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the platforms' tokens look like; long enough that no other text looks so by chance. */
const tiktok = /(?:act|rft)\.[\w-]{40,}(?:!|%21)[\w-]{2,}\.va/;
const meta = /EAA[A-Za-z0-9]{60,}/;
/** In plain text the boundary tells Meta's tokens from the many "EAAAA…" inside of other base64. */
const metaInText = /\bEAA[A-Za-z0-9]{60,}/;

const encoded = {
  /** Runs that may be base64 or base64url of at least a token's length. */
  base64: /[A-Za-z0-9+/_-]{88,}/g,
  hex: /(?:[0-9a-fA-F]{2}){60,}/g,
};

const carry = 4_096;

export interface Finding {
  file: string;
  encoding: 'plain' | 'base64' | 'hex';
}

/** Searches a text as it is, URL-encoded, and inside of anything that may be base64 or hex. */
export function encodingsWithTokens(text: string): Finding['encoding'][] {
  const found = new Set<Finding['encoding']>();
  if (tiktok.test(text) || metaInText.test(text)) found.add('plain');
  for (const [run] of text.matchAll(encoded.hex)) {
    if (isToken(Buffer.from(run, 'hex').toString('latin1'))) found.add('hex');
  }
  for (const [run] of text.matchAll(encoded.base64)) {
    // The token may begin anywhere in what was encoded, so each of the four alignments of the run is tried.
    for (let skip = 0; skip < 4; skip += 1) {
      if (isToken(Buffer.from(run.slice(skip), 'base64').toString('latin1'))) found.add('base64');
    }
  }
  return [...found];
}

/** Every file below these folders that holds a token. Memory stays flat whatever their size. */
export async function searchForTokens(folders: readonly string[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const file of folders.flatMap(filesBelow)) {
    const seen = new Set<Finding['encoding']>();
    let rest = '';
    for await (const chunk of createReadStream(file, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
      const text = rest + String(chunk);
      for (const encoding of encodingsWithTokens(text)) seen.add(encoding);
      rest = text.slice(-carry);
    }
    findings.push(...[...seen].map((encoding) => ({ file, encoding })));
  }
  return findings;
}

const isToken = (decoded: string) => tiktok.test(decoded) || meta.test(decoded);

function filesBelow(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) return [path];
  if (!stat?.isDirectory()) return [];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}
