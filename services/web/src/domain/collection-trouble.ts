export type CollectionTrouble = 'throttled' | 'unreachable' | 'refused' | 'noAuthorization' | 'unknown';

/** The platforms' own codes, by what they mean for a person; more of each are in the services' tables of errors. */
const known: readonly (readonly [CollectionTrouble, RegExp])[] = [
  ['throttled', /^(429|4|17|32|341|368|613|8\d{4})$|quotaexceeded|dailylimit|rate_?limit|resource_exhausted/],
  ['unreachable', /^(5\d\d|1|2)$|^(timeout|connection_failed|no_answer|internal_?error|server_error|backenderror)$/],
  ['refused', /^(401|403|10|102|190|2\d\d)$|access_token|scope_|insufficientpermissions|invalid_grant|autherror/],
];

/** Why the last collection did not work, in kind: from `<api>:<code>/<subcode>`, or the code of one of our services. */
export function troubleOf(rule: string): CollectionTrouble {
  if (rule === 'oauth.no_authorization') return 'noAuthorization';
  const [, answer] = rule.split(':');
  if (answer === undefined) return 'unreachable';
  const code = answer.split('/')[0]!.toLowerCase();
  return known.find(([, pattern]) => pattern.test(code))?.[0] ?? 'unknown';
}
