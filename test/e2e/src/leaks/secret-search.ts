import { base64Digits, runsOf } from './runs';
import { fingerprintOf, viewsOf, type Encoding, type Finder, type Found } from './token-search';

/** Runs in which a secret of our own may stand: of base64url as it is, or encoded once more. */
const shortest = 40;

/**
 * Secrets of ours look like any other text by chance, so the very ones are looked for: as they are, and inside of base64 or
 * hex, across soft line breaks.
 */
export function secretsIn(secrets: readonly string[]): Finder {
  const forms = secrets.flatMap((secret) =>
    formsOf(secret).map((form) => ({ ...form, fingerprint: fingerprintOf(secret) })),
  );
  return (text) => {
    const found = new Map<string, Found>();
    for (const view of viewsOf(text)) {
      for (const run of runsOf(view, base64Digits, shortest)) {
        for (const { form, encoding, fingerprint } of forms) {
          if (run.includes(form)) found.set(`${encoding} ${fingerprint}`, { encoding, fingerprint });
        }
      }
    }
    return [...found.values()];
  };
}

function formsOf(secret: string): { form: string; encoding: Encoding }[] {
  const hex = Buffer.from(secret).toString('hex');
  const base64 = [0, 1, 2].flatMap((before) => {
    const core = base64Core(secret, before);
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [
    { form: secret, encoding: 'plain' },
    ...[...new Set(base64)].map((form) => ({ form, encoding: 'base64' as const })),
    ...[hex, hex.toUpperCase()].map((form) => ({ form, encoding: 'hex' as const })),
  ];
}

/** Of the text with so many bytes before it in its group: the digits that its neighbours have no part in. */
function base64Core(text: string, before: number): string {
  const digits = Buffer.from('x'.repeat(before) + text).toString('base64');
  const bits = (before + Buffer.byteLength(text)) * 8;
  return digits.slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6));
}
