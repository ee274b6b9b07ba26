/** Field names whose value is never logged, wherever they stand. */
const secretFields =
  /^(authorization|cookie|set-cookie|password|secret|clientSecret|client_secret|token|accessToken|access_token|refreshToken|refresh_token|code|state|apiKey|key|email|to|from|address|handle|displayName|name|x-connect-identity|x-csrf-token|app_secret|appsecret_proof|signed_request|url)$/i;

/** Values that give themselves away. Each alternative is a kind of secret or of personal data that we know of. */
const secretValues: [RegExp, string][] = [
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [redacted]'],
  [/\bEAA[A-Za-z0-9_-]{8,}/g, '[redacted]'],
  [/\b(?:act|rft|clt)\.[\w!*.-]{8,}/g, '[redacted]'],
  [/\bya29\.[\w-]{8,}/g, '[redacted]'],
  [/\bcck_[\w-]{8,}/g, '[redacted]'],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g, '[redacted]'],
  [/(\/a\/)[\w-]{16,}/g, '$1[redacted]'],
  [
    /([?&#](?:code|state|token|access_token|refresh_token|appsecret_proof|hub\.verify_token)=)[^&\s"']+/gi,
    '$1[redacted]',
  ],
  [/\bpostgres(?:ql)?:\/\/[^\s"']+/gi, 'postgresql://[redacted]'],
  [/\bsmtps?:\/\/[^\s"']+/gi, 'smtp://[redacted]'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[redacted address]'],
];

export function redactText(text: string): string {
  return secretValues.reduce((clean, [pattern, instead]) => clean.replace(pattern, instead), text);
}

/** A copy of a log record without secrets: by name of the field and by the look of the value. At most 6 levels deep. */
export function redactRecord(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= 6) return '[too deep]';
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redactRecord(item, depth + 1));
  const json = (value as { toJSON?: () => unknown }).toJSON;
  if (typeof json === 'function') return redactRecord(json.call(value), depth + 1);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const hidden = secretFields.test(name) && (typeof item === 'string' || typeof item === 'object') && item !== null;
      return [name, hidden ? '[redacted]' : redactRecord(item, depth + 1)];
    }),
  );
}

/** An error's own words and place; other fields (a failed query's parameters, a request) are dropped. */
function redactError(error: Error, depth: number): Record<string, unknown> {
  const code = (error as { code?: unknown }).code;
  return {
    type: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.cause === undefined ? {} : { cause: redactRecord(error.cause, depth + 1) }),
  };
}
