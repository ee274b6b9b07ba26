const MAX_MESSAGE = 160;

/**
 * A platform's error text, fit to be stored: addresses, e-mails, handles, quoted parts, long numbers and anything that
 * could be a token are taken out, the rest is bounded. Texts are only ever a hint for people; code reads codes.
 */
export function redactMessage(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const plain = text
    .replace(/\p{C}+/gu, ' ')
    .replace(/\b\w+:\/\/\S+/g, '…')
    .replace(/\S+@\S+/g, '…')
    .replace(/(^|\s)@\S+/g, '$1…')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '…')
    .replace(/\b(user(?:name)?|handle|name|token|code|secret|key):\s*\S+/gi, '$1: …')
    .replace(/[A-Za-z0-9_\-.|~+/=%!*]{20,}/g, '…')
    .replace(/\d{5,}/g, '…')
    .trim();
  return plain.length > MAX_MESSAGE ? `${plain.slice(0, MAX_MESSAGE)}…` : plain;
}

/** A code, type or trace id as the platform wrote it, provided that it looks like one. */
export function plainCode(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[\w.:\-/]{1,64}$/.test(text) ? text : undefined;
}
