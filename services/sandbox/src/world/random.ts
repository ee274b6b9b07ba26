/**
 * Chance without memory: the same seed and words always give the same number, so a world of a million accounts needs
 * no table. FNV-1a over the words, finished with MurmurHash3's mixer (plain FNV leaves neighbours alike).
 */
export function unit(seed: string, ...words: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const word of [seed, ...words]) {
    const text = String(word);
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0x2f, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

export function between(low: number, high: number, seed: string, ...words: (string | number)[]): number {
  return low + (high - low) * unit(seed, ...words);
}

export function pick<T>(list: readonly [T, ...T[]], seed: string, ...words: (string | number)[]): T {
  return list[Math.floor(unit(seed, ...words) * list.length)] ?? list[0];
}

/** Whole numbers in the given proportions that add up to `total`. */
export function share(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum <= 0) return weights.map(() => 0);
  let done = 0;
  let seen = 0;
  return weights.map((weight) => {
    seen += weight;
    const upTo = Math.round((total * seen) / sum);
    const part = upTo - done;
    done = upTo;
    return part;
  });
}
