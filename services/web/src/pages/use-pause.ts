import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { ownAccountsQuery } from '../api/own-accounts';

/** Stops the collection of one account, or lets it go on; either is taken back by the other, so nothing is asked before. */
export function usePause(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (paused: boolean) => {
      const params = { params: { path: { id } } };
      return paused
        ? answerOf(api.PUT('/v1/social-accounts/{id}/pause', params))
        : answerOf(api.DELETE('/v1/social-accounts/{id}/pause', params));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ownAccountsQuery.queryKey }),
  });
}
