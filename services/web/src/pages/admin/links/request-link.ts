import type { AuthorizationRequest } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import type { Platform } from '../../../api/types';

/** Asks an influencer for every account that needs them, and for one at `platform` where that is given. */
export function createRequest(influencerId: string, platform?: Platform): Promise<AuthorizationRequest> {
  const platforms = platform ? [{ platform }] : [];
  return answerOf(api.POST('/v1/authorization-requests', { body: { influencerId, platforms } }));
}

/** Of a request: in the answer, or null where it goes out by mail. */
export async function linkFor(authorizationRequestId: string, delivery: 'copy' | 'email'): Promise<string | null> {
  return (await answerOf(api.POST('/v1/authorization-links', { body: { authorizationRequestId, delivery } }))).url;
}
