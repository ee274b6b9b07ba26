import { createHash } from 'node:crypto';
import { piecesBelow } from './files';
import { base64Digits, hexDigits, runsOf } from './runs';

/** What the platforms' tokens look like; long enough that no other text looks so by chance. */
const shapes = [
  /(?:act|rft)\.[\w-]{40,}(?:!|%21)[\w-]{2,}\.va/g,
  /EAA[A-Za-z0-9]{60,}/g,
  /ya29\.[\w-]{40,}/g,
  /1(?:\/|%2[fF]){2}0[\w-]{40,}/g,
];

/** In text the boundary tells Meta's and Google's tokens from the like inside of other base64. */
const shapesInText = shapes.map((shape) => new RegExp(`(?<![\\w+/])(?:${shape.source})`, 'g'));

/** A token's length at least, encoded. */
const shortest = { base64: 60, hex: 100 };

/** Mails break their lines: base64 after 76 characters, quoted-printable with an equals sign before the break. */
const softBreak = /=?\r?\n/g;

const carry = 4_096;

export type Encoding = 'plain' | 'base64' | 'hex';

export interface Found {
  encoding: Encoding;
  /** Tells one token from another without telling the token: a report of a leak must not leak it again. */
  fingerprint: string;
}

export interface Finding extends Found {
  file: string;
}

/** What is found in a text, or in a piece of one. */
export type Finder = (text: string) => Found[];

/** Of the beginning: a page's border in a server's file may cut the end off. */
export function fingerprintOf(token: string): string {
  const plain = token.replace(/%2f/gi, '/');
  return createHash('sha256').update(plain.slice(0, 40)).digest('hex').slice(0, 16);
}

/** A text as it is, and as it was before it was broken into lines. */
export const viewsOf = (text: string): Set<string> => new Set([text, text.replace(softBreak, '')]);

/** Searches a text as it is, URL-encoded, and inside of anything that may be base64 or hex, across soft line breaks. */
export function tokensIn(text: string): Found[] {
  const found = new Map<string, Found>();
  const add = (encoding: Encoding, decoded: string, patterns: readonly RegExp[]) => {
    for (const pattern of patterns) {
      for (const [token] of decoded.matchAll(pattern)) {
        const fingerprint = fingerprintOf(token);
        found.set(`${encoding} ${fingerprint}`, { encoding, fingerprint });
      }
    }
  };
  for (const view of viewsOf(text)) {
    add('plain', view, shapesInText);
    for (const run of runsOf(view, hexDigits, shortest.hex)) {
      // A run may begin with a digit of what stood before it.
      for (let skip = 0; skip < 2; skip += 1)
        add('hex', Buffer.from(run.slice(skip), 'hex').toString('latin1'), shapes);
    }
    for (const run of runsOf(view, base64Digits, shortest.base64)) {
      // The token may begin anywhere in what was encoded, so each of the four alignments of the run is tried.
      for (let skip = 0; skip < 4; skip += 1) {
        add('base64', Buffer.from(run.slice(skip), 'base64').toString('latin1'), shapes);
      }
    }
  }
  return [...found.values()];
}

/** Every file below these folders that holds something that is looked for. Memory stays flat whatever their size. */
export function searchFor(find: Finder, folders: readonly string[]): Finding[] {
  const findings = new Map<string, Finding>();
  for (const { file, text, isLast } of piecesBelow(folders, carry)) {
    for (const found of find(isLast ? text : text.slice(0, endOfWhole(text)))) {
      findings.set(`${file} ${found.encoding} ${found.fingerprint}`, { file, ...found });
    }
  }
  return [...findings.values()];
}

/** A token that the end of the piece cuts off is left to the next piece, which begins before it. */
function endOfWhole(text: string): number {
  let end = text.length;
  while (end > text.length - carry / 2 && /[\w!%./+-]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}
