/** A post's latest figure as SQL; null where the platform does not tell it. */
export const figure = (name: string): string => `(metrics->'${name}'->>'value')::float8`;

/** `saved` is Instagram's word; a part that the platform does not tell is no zero, but the others still count. */
export const engagementParts = ['likes', 'comments', 'shares', 'saved'];

/** Likes, comments, shares and saves of all posts of a group, as SQL; null where no post tells any of them. */
export const sumOfEngagements = `sum(${engagementParts.map((name) => `coalesce(${figure(name)}, 0)`).join(' + ')})
  FILTER (WHERE ${engagementParts.map((name) => `metrics ? '${name}'`).join(' OR ')})`;
