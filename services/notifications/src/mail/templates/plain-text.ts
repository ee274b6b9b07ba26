/**
 * Platform text and names are data, not markup: control and direction characters are taken out, so that a handle can
 * neither break a header nor turn the line around it. The layout escapes the rest.
 */
export const plain = (text: string) => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ').trim();

/** A subject of at most 60 characters; what does not fit ends in an ellipsis. */
export const subjectLine = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`);
