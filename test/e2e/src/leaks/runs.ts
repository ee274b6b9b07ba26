/** Which characters belong to it, by their codes. */
type Alphabet = readonly boolean[];

const alphabetOf = (characters: RegExp): Alphabet =>
  Array.from({ length: 256 }, (_, code) => characters.test(String.fromCharCode(code)));

/** Of base64 and of base64url. */
export const base64Digits = alphabetOf(/[\w+/-]/);
export const hexDigits = alphabetOf(/[0-9a-f]/i);

/**
 * All runs of an alphabet's characters that are at least so long, in the order of the text. One character in `atLeast` is
 * looked at where there is none: a regular expression looks at each of a shorter run as often as it has characters.
 */
export function* runsOf(text: string, alphabet: Alphabet, atLeast: number): Generator<string> {
  const belongs = (index: number) => alphabet[text.charCodeAt(index)] === true;
  // What stands before this belongs to no run that goes on.
  let begin = 0;
  while (begin + atLeast <= text.length) {
    const inEveryRun = begin + atLeast - 1;
    let from = inEveryRun;
    let to = inEveryRun;
    if (belongs(inEveryRun)) {
      while (from > begin && belongs(from - 1)) from -= 1;
      while (to < text.length && belongs(to)) to += 1;
      if (to - from >= atLeast) yield text.slice(from, to);
    }
    begin = to + 1;
  }
}
