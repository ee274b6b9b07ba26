import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Platform } from '../api/types';

/** Starts a connection and leaves for the platform in the same tab: a pop-up would be blocked on phones. */
export function useConnect() {
  return useMutation({
    mutationFn: (target: { platform: Platform; socialAccountId?: string | null }) =>
      api.post<{ redirectTo: string }>('/v1/connect-transactions', {
        platform: target.platform,
        ...(target.socialAccountId ? { socialAccountId: target.socialAccountId } : {}),
      }),
    onSuccess: ({ redirectTo }) => window.location.assign(redirectTo),
  });
}
