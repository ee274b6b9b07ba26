import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../../api/client';

/** What became part of an entry, and what waits for somebody's word about it. */
export const useMerges = (id: string) =>
  useQuery({
    queryKey: ['admin', 'merges', id],
    queryFn: () => answerOf(api.GET('/v1/influencers/{id}/merges', { params: { path: { id } } })),
  });
