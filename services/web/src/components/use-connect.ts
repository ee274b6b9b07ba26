import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Platform } from '../api/types';

export interface ConnectTarget {
  platform: Platform;
  socialAccountId?: string | null;
}

const key = (transactionId: string) => `connect ${transactionId}`;

/** The account that an attempt of this tab was for, so that the next try is for the same one. */
export const accountOfAttempt = (transactionId: string) => sessionStorage.getItem(key(transactionId));

/** Starts a connection and leaves for the platform in the same tab: a pop-up would be blocked on phones. */
export function useConnect() {
  return useMutation({
    mutationFn: ({ platform, socialAccountId }: ConnectTarget) =>
      api.post<{ id: string; redirectTo: string }>('/v1/connect-transactions', {
        platform,
        ...(socialAccountId && { socialAccountId }),
      }),
    onSuccess: ({ id, redirectTo }, { socialAccountId }) => {
      if (socialAccountId) sessionStorage.setItem(key(id), socialAccountId);
      window.location.assign(redirectTo);
    },
  });
}
