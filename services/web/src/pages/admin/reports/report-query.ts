import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client';

/** One report; a search that found it leaves it here, so that its page opens at once. */
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['admin', 'report', id],
    queryFn: () => answerOf(api.GET('/v1/reports/{id}', { params: { path: { id } } })),
    staleTime: 60_000,
  });
