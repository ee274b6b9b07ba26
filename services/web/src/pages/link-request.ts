import { skipToken, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

const key = 'authorization-request';

/** Kept for this tab, because the link ends with its last account and then no longer tells which request it was for. */
export const rememberRequest = (id: string) => sessionStorage.setItem(key, id);

/** The request this tab worked on; asked for only once its link has ended. */
export function useEndedRequest(hasEnded: boolean) {
  const id = sessionStorage.getItem(key);
  return useQuery({
    queryKey: ['authorization-request', id],
    queryFn:
      hasEnded && id !== null
        ? () => answerOf(api.GET('/v1/authorization-requests/{id}', { params: { path: { id } } }))
        : skipToken,
    retry: false,
  });
}
