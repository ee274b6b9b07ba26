import type { Attention } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';

export interface RowResult {
  id: string;
  name: string;
  url?: string | null;
  error?: unknown;
}

/** One after the other, so that two hundred do not arrive at once; each has a result of its own. */
export async function forEachInfluencer(
  influencers: Attention['influencers'],
  delivery: 'copy' | 'email',
): Promise<RowResult[]> {
  const results: RowResult[] = [];
  for (const { id, name } of influencers) {
    try {
      const request = await answerOf(api.POST('/v1/authorization-requests', { body: { influencerId: id } }));
      const link = { authorizationRequestId: request.id, delivery };
      const { url } = await answerOf(api.POST('/v1/authorization-links', { body: link }));
      results.push({ id, name, url });
    } catch (error) {
      results.push({ id, name, error });
    }
  }
  return results;
}
