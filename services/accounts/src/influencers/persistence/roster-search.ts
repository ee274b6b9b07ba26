const letters = /[\p{L}\p{N}]+/gu;

/** The words that a text is found by, in the form in which they are compared: `O'Néil` → `o`, `néil`. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.normalize('NFC').toLowerCase().match(letters))];
}

/** Up to here all that was found is put in order. Of more, a page is found sooner by walking along the roster. */
const few = 20_000;
const mostWords = 10;

export interface SearchParts {
  /** Common table expressions; the list is one of the two below, as `few` says. */
  with: string;
  /** Conditions on the influencer `i`. */
  amongFew: string;
  amongMany: string;
}

/**
 * Influencers by beginnings of words of their name and address, or by the beginning of a handle; both in any case. Neither
 * a rare word nor one that everybody has makes the search read the whole roster.
 */
export function searchParts(search: string, put: (value: unknown) => string): SearchParts {
  const words = wordsOf(search).slice(0, mostWords).map(put);
  const handle = put(search.trim().replace(/^@/, '').toLowerCase());
  const byHandle = (condition = 'true') =>
    `FROM social_accounts h WHERE ${condition} AND h.handle_key ^@ ${handle} AND h.reserved_until IS NULL`;
  const ofInfluencer = (alias: string) => `${alias}.org_id = i.org_id AND ${alias}.influencer_id = i.id`;
  // A scalar subquery, since PostgreSQL may turn EXISTS into a hash of everything that matches.
  const walk = words.map(
    (word) => `(SELECT true FROM influencer_words w WHERE ${ofInfluencer('w')} AND w.word ^@ ${word} LIMIT 1)`,
  );
  return {
    with: `WITH hits AS MATERIALIZED (
        SELECT influencer_id FROM (
          ${[...(words.length > 0 ? [byWords(words)] : []), `SELECT h.influencer_id ${byHandle()}`].join(' UNION ALL ')}
        ) found LIMIT ${few + 1}),
      few AS MATERIALIZED (SELECT count(*) <= ${few} AS yes FROM hits)`,
    amongFew: '(SELECT yes FROM few) AND i.id IN (SELECT influencer_id FROM hits)',
    amongMany: `NOT (SELECT yes FROM few) AND (
      ${[...(walk.length > 0 ? [`(${walk.join(' AND ')})`] : []), `(SELECT true ${byHandle(ofInfluencer('h'))} LIMIT 1)`].join(' OR ')})`,
  };
}

/** Joined, so that PostgreSQL begins with the rarest. */
function byWords(words: readonly string[]): string {
  const joins = words
    .slice(1)
    .map(
      (word, n) =>
        `JOIN influencer_words w${n} ON w${n}.org_id = w.org_id AND w${n}.influencer_id = w.influencer_id AND w${n}.word ^@ ${word}`,
    );
  return `SELECT w.influencer_id FROM influencer_words w ${joins.join(' ')} WHERE w.word ^@ ${words[0]}`;
}
