import { topics } from '@creator-connect/contracts';
import { ensureTopics } from '@creator-connect/messaging/setup';

/**
 * The topic of authorizations as the catalogue describes it: no broker makes one by itself here, a relay waits for one that
 * is missing for ever, and a service refuses one of other settings.
 */
export async function createAuthorizationTopic(brokers: string[], prefix: string): Promise<string> {
  const name = `${prefix}${topics.authorization.name}`;
  await ensureTopics(brokers, [{ ...topics.authorization, name }]);
  return name;
}
