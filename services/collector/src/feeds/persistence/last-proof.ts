/**
 * Of a feed, in SQL: until when what is stored stood for sure, or what of it its grant told. Where no grant has told anything, that is
 * when it was last told without one, also by a reading that broke off.
 */
export const lastProof = 'coalesce(grant_proven_at, told_openly_at)';
