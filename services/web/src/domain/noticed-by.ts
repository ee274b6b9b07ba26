/** Whose answers and messages the rules are about. */
const sources = ['instagram', 'tiktok', 'youtube', 'ttcm'] as const;

interface Noticed {
  way: 'answer' | 'message';
  of: (typeof sources)[number];
}

/** Words of webhooks: Meta's, TikTok's, and Google's security events, which are written with dashes. */
const messages = /^(?:deauthorize|data_deletion|permissions_changed|authorization_removed|\w+(?:-\w+)+)$/;

/**
 * How a state was noticed, from the rule that decided: `<api>.<call>.<code>` is what a platform answered to one of our calls,
 * `<api>.<message>` what it sent of its own accord. Any other rule says no more than the cause beside it does.
 */
export function noticedBy(rule: string | null): Noticed | undefined {
  const [api, name] = rule?.split('.') ?? [];
  const of = sources.find((source) => source === api);
  if (of === undefined || name === undefined) return undefined;
  return { way: messages.test(name) ? 'message' : 'answer', of };
}
