import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

const pieceBytes = 1 << 20;

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  return (
    unlessGone(() =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return filesBelow(path);
        return entry.isFile() ? [path] : [];
      }),
    ) ?? []
  );
}

/**
 * Whatever the files below these folders hold, byte by byte as latin1, a piece at a time; one buffer serves all of them, as
 * servers keep tens of thousands of small files. Each piece begins with the last `carry` bytes of the one before, so that
 * nothing is missed across a border; the last one is nothing but these.
 */
export function* piecesBelow(
  folders: readonly string[],
  carry: number,
): Generator<{ file: string; text: string; isLast: boolean }> {
  const buffer = Buffer.allocUnsafe(pieceBytes);
  for (const file of folders.flatMap(filesBelow)) {
    const descriptor = unlessGone(() => openSync(file, 'r'));
    if (descriptor === undefined) continue;
    try {
      let rest = '';
      for (;;) {
        const length = readSync(descriptor, buffer);
        const text = rest + buffer.toString('latin1', 0, length);
        yield { file, text, isLast: length === 0 };
        if (length === 0) break;
        rest = text.slice(Math.max(text.length - carry, 0));
      }
    } finally {
      closeSync(descriptor);
    }
  }
}

/** Every line below these folders, whole. */
export function* linesBelow(folders: readonly string[]): Generator<string> {
  let begun = '';
  for (const { text, isLast } of piecesBelow(folders, 0)) {
    const lines = (begun + text).split(/\r?\n/);
    begun = isLast ? '' : lines.pop()!;
    yield* lines;
  }
}

/** A running server removes files; what is gone holds nothing. */
function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
