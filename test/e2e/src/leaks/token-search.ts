import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the platforms' tokens look like; long enough that no other text looks so by chance. */
const shapes = [
  /(?:act|rft)\.[\w-]{40,}(?:!|%21)[\w-]{2,}\.va/g,
  /EAA[A-Za-z0-9]{60,}/g,
  /ya29\.[\w-]{40,}/g,
  /1(?:\/|%2[fF]){2}0[\w-]{40,}/g,
];

/** In text the boundary tells Meta's and Google's tokens from the like inside of other base64. */
const shapesInText = shapes.map((shape) => new RegExp(`(?<![\\w+/])(?:${shape.source})`, 'g'));

const encoded = {
  /** Runs that may be base64 or base64url of at least a token's length. */
  base64: /[A-Za-z0-9+/_-]{60,}/g,
  hex: /[0-9a-fA-F]{100,}/g,
};

/** Mails break their lines: base64 after 76 characters, quoted-printable with an equals sign before the break. */
const softBreak = /=?\r?\n/g;

const carry = 4_096;

export type Encoding = 'plain' | 'base64' | 'hex';

export interface Finding {
  file: string;
  encoding: Encoding;
  /** Tells one token from another without telling the token: a report of a leak must not leak it again. */
  fingerprint: string;
}

/** Of the beginning: a page's border in a server's file may cut the end off. */
export function fingerprintOf(token: string): string {
  const plain = token.replace(/%2f/gi, '/');
  return createHash('sha256').update(plain.slice(0, 40)).digest('hex').slice(0, 16);
}

/** Searches a text as it is, URL-encoded, and inside of anything that may be base64 or hex, across soft line breaks. */
export function tokensIn(text: string): { encoding: Encoding; fingerprint: string }[] {
  const found = new Map<string, { encoding: Encoding; fingerprint: string }>();
  const add = (encoding: Encoding, decoded: string, patterns: readonly RegExp[]) => {
    for (const pattern of patterns) {
      for (const [token] of decoded.matchAll(pattern)) {
        const fingerprint = fingerprintOf(token);
        found.set(`${encoding} ${fingerprint}`, { encoding, fingerprint });
      }
    }
  };
  for (const view of new Set([text, text.replace(softBreak, '')])) {
    add('plain', view, shapesInText);
    for (const [run] of view.matchAll(encoded.hex)) {
      // A run may begin with a digit of what stood before it.
      for (let skip = 0; skip < 2; skip += 1)
        add('hex', Buffer.from(run.slice(skip), 'hex').toString('latin1'), shapes);
    }
    for (const [run] of view.matchAll(encoded.base64)) {
      // The token may begin anywhere in what was encoded, so each of the four alignments of the run is tried.
      for (let skip = 0; skip < 4; skip += 1) {
        add('base64', Buffer.from(run.slice(skip), 'base64').toString('latin1'), shapes);
      }
    }
  }
  return [...found.values()];
}

/** Every file below these folders that holds a token. Memory stays flat whatever their size. */
export async function searchForTokens(folders: readonly string[]): Promise<Finding[]> {
  const findings = new Map<string, Finding>();
  const search = (file: string, text: string) => {
    for (const token of tokensIn(text)) {
      findings.set(`${file} ${token.encoding} ${token.fingerprint}`, { file, ...token });
    }
  };
  for (const file of folders.flatMap(filesBelow)) {
    let rest = '';
    try {
      for await (const chunk of createReadStream(file, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
        const text = rest + String(chunk);
        search(file, text.slice(0, endOfWhole(text)));
        rest = text.slice(-carry);
      }
    } catch (error) {
      // A running server removes files; what is gone holds nothing.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    search(file, rest);
  }
  return [...findings.values()];
}

/** A token that the end of the piece cuts off is left to the next piece, which begins before it. */
function endOfWhole(text: string): number {
  let end = text.length;
  while (end > text.length - carry / 2 && /[\w!%./+-]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
