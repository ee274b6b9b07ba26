import { AppError, fieldFault, requestErrors } from '@creator-connect/contracts';

/** Names under which nobody but their owners may write to creators; the short ones only as the whole name. */
const parts = ['instagram', 'facebook', 'tiktok', 'youtube', 'google', 'creatorconnect'];
const wholes = ['meta', 'metaplatforms', 'bytedance', 'alphabet', 'aws', 'amazonses'];

/** Letters that are drawn like a Latin one, of the scripts that have many of them (Unicode TR 39 has the whole list). */
const alike: Readonly<Record<string, string>> = {
  ...lookLike('a', 'аαɑ@4'),
  ...lookLike('b', 'ЬьβƄ8'),
  ...lookLike('c', 'сϲ'),
  ...lookLike('d', 'ԁɗ'),
  ...lookLike('e', 'еєε3℮'),
  ...lookLike('f', 'ϝſ'),
  ...lookLike('g', 'ɡցg9'),
  ...lookLike('h', 'һհ'),
  ...lookLike('i', 'іιıɩ1l|!jӏ'),
  ...lookLike('k', 'кκ'),
  ...lookLike('m', 'мΜ'),
  ...lookLike('n', 'пηո'),
  ...lookLike('o', 'оοσօ0ө'),
  ...lookLike('p', 'рρ'),
  ...lookLike('r', 'гr'),
  ...lookLike('s', 'ѕꜱ5$'),
  ...lookLike('t', 'тτ7'),
  ...lookLike('u', 'υսцμ'),
  ...lookLike('v', 'ν'),
  ...lookLike('w', 'ԝω'),
  ...lookLike('x', 'хχ'),
  ...lookLike('y', 'уүγ'),
};

/**
 * Whether a name passes itself off as a platform or as this product, to whoever reads it in a mail or on a page: also in other
 * letters that look the same, with accents, and with anything between them (security AL-07).
 */
export function pretendsToBePlatform(name: string): boolean {
  const plain = skeletonOf(name);
  return parts.some((part) => plain.includes(skeletonOf(part))) || wholes.some((whole) => plain === skeletonOf(whole));
}

/** Refuses such a name at the field it came in, and one of blanks. */
export function assertHonestName(field: string, name: string): void {
  const fault = name.trim() === '' ? 'empty' : pretendsToBePlatform(name) ? 'like_a_platform' : undefined;
  if (fault) throw new AppError(requestErrors.invalid, { errors: [fieldFault(field, fault)] });
}

function skeletonOf(name: string): string {
  const letters = [...name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()];
  return letters
    .map((letter) => alike[letter] ?? letter)
    .join('')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function lookLike(letter: string, others: string): Record<string, string> {
  return Object.fromEntries([...others.toLowerCase()].map((other) => [other, letter]));
}
