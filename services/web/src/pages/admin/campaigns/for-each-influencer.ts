import type { Attention } from '../../../api/admin-types';
import { api } from '../../../api/client';

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
      const request = await api.post<{ id: string }>('/v1/authorization-requests', { influencerId: id });
      const link = { authorizationRequestId: request.id, delivery };
      const { url } = await api.post<{ url: string | null }>('/v1/authorization-links', link);
      results.push({ id, name, url });
    } catch (error) {
      results.push({ id, name, error });
    }
  }
  return results;
}
