/**
 * Platform text and names are data, not markup: control and direction characters are taken out, so that a handle can
 * neither break a header nor turn the line around it. The layout escapes the rest.
 */
export const plain = (text: string) => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ').trim();

const mostInSubject = 60;
/** A name is not cut any shorter than that: nobody would know whose it is. */
const leastOfName = 8;

/** A subject of at most 60 characters; what does not fit ends in an ellipsis. */
export const subjectLine = (text: string) =>
  text.length <= mostInSubject ? text : `${text.slice(0, mostInSubject - 1).trimEnd()}…`;

/** A subject whose sentence stays whole: where names make it too long, the longest of them ends in an ellipsis. */
export function shortened(
  [one, other]: readonly [string, string],
  write: (one: string, other: string) => string,
): string {
  const subject = write(one, other);
  const longest = Math.max(one.length, other.length);
  if (subject.length <= mostInSubject || longest <= leastOfName) return subjectLine(subject);
  return one.length === longest ? shortened([cut(one), other], write) : shortened([one, cut(other)], write);
}

/** By whole characters, of which the last is the ellipsis. */
const cut = (name: string) => `${[...name].slice(0, -2).join('').trimEnd()}…`;
