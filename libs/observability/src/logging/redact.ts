/** Field names whose value is never logged, wherever they stand. */
const secretFields = new RegExp(
  [
    '^(?:code|state|key|email|to|from|address|handle|displayName|name|url|redirectTo|signed_request|ip|remoteAddress)$',
    '^(?:body|rawBody|headers|cookies|params|parameters|plaintext|dataKey)$',
    '(?:token|secret|password|passphrase|authorization|cookie|verifier|proof|signature|identity|credentials?)$',
    '(?:api|private)[_-]?key$',
  ].join('|'),
  'i',
);

/** `code` and `state` are OAuth's words and ours: an error code or a state's name may be read, anything else may not. */
const ambiguousFields = /^(?:code|state|from|to)$/;
const ourWords = /^(?:[a-z]+(?:-[a-z]+)*\.[a-z_]{2,60}|[A-Z][A-Z_]{2,30})$/;

/** Values that give themselves away. Each is a kind of secret or of personal data that we know of. */
const secretValues: [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [redacted]'],
  [/\b(?:EAA|IGQ|IGA)[A-Za-z0-9_-]{8,}/g, '[redacted]'],
  [/\b(?:act|rft|clt)\.[\w!*.%-]{8,}/g, '[redacted]'],
  [/\bya29\.[\w-]{8,}/g, '[redacted]'],
  [/\b1\/\/[\w-]{8,}/g, '[redacted]'],
  [/\bcck_[\w-]{8,}/g, '[redacted]'],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g, '[redacted]'],
  [/(\/(?:a|confirm-address|unsubscribe)(?:\/|%2F))[\w-]{16,}/gi, '$1[redacted]'],
  [
    /((?:[?&#;\s"']|%3F|%26|%23|^)(?:code|state|(?:\w*_)?token|id_token|appsecret_proof|client_secret|signed_request|code_verifier)(?:=|%3D))[^&\s"'#]+/gi,
    '$1[redacted]',
  ],
  [/\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s"'/@]{1,300}@/gi, '$1[redacted]@'],
  [/[^\s@"'<>()[\]{}:;,/\\=?&]{1,64}(?:@|%40)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi, '[redacted address]'],
];

const longestText = 16_384;
const manyFields = 100;
const deepest = 6;

export function redactText(text: string): string {
  const bounded = text.length > longestText ? `${text.slice(0, longestText)}… (cut)` : text;
  const known = secretValues.reduce((clean, [pattern, instead]) => clean.replace(pattern, instead), bounded);
  return known.replace(/[\w-]{40,}/g, (run) => (looksRandom(run) ? '[redacted]' : run));
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const traceContext = /00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}/g;

/**
 * For tokens of a form nobody told us: 40 or more characters that change between small, capital and digit as often as
 * chance does. Words, even strung together, change seldom. Ids are not secret.
 */
function looksRandom(run: string): boolean {
  const rest = run.replaceAll(uuid, '').replaceAll(traceContext, '').replace(/[_-]/g, '');
  if (rest.length < 38) return false;
  const kinds = Array.from(rest, (char) => (char >= 'a' ? 'small' : char >= 'A' ? 'capital' : 'digit'));
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
  return changes >= rest.length / 4;
}

/** A copy of a log record without secrets: by name of the field and by the look of the value. Bounded in size. */
export function redactRecord(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (value === null || typeof value !== 'object') return value;
  if (depth >= deepest) return '[too deep]';
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Date) return value.toJSON();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, manyFields).map((item) => redactRecord(item, depth + 1));
  if (value instanceof Map || value instanceof Set) return `[${value.size} entries]`;
  const json = (value as { toJSON?: () => unknown }).toJSON;
  if (typeof json === 'function') return redactRecord(json.call(value), depth + 1);
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, manyFields)
      .map(([name, item]) => [name, isHidden(name, item) ? '[redacted]' : redactRecord(item, depth + 1)]),
  );
}

function isHidden(name: string, value: unknown): boolean {
  if (value === null || (typeof value !== 'string' && typeof value !== 'object')) return false;
  if (!secretFields.test(name)) return false;
  return !(ambiguousFields.test(name) && typeof value === 'string' && ourWords.test(value));
}

/** An error's own words and place; other fields (a failed query's parameters, a request) are dropped. */
function redactError(error: Error, depth: number): Record<string, unknown> {
  const code = (error as { code?: unknown }).code;
  return {
    type: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    ...(typeof code === 'string' ? { code: redactText(code).slice(0, 60) } : typeof code === 'number' ? { code } : {}),
    ...(error.cause === undefined ? {} : { cause: redactRecord(error.cause, depth + 1) }),
  };
}
