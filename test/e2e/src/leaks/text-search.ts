import { piecesBelow } from './files';

/** At least as long as any text that is looked for. */
const carry = 256;

/** Every file below the folder that holds one of these texts as it is, with the texts it holds. Memory stays flat. */
export function filesWith(folder: string, texts: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { file, text: piece } of piecesBelow([folder], carry)) {
    const here = texts.filter((text) => piece.includes(text));
    if (here.length > 0) found.set(file, new Set([...(found.get(file) ?? []), ...here]));
  }
  return found;
}
