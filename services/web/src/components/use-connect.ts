import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Platform } from '../api/types';
import { rememberInstagramCheck } from './instagram-check';

export interface ConnectTarget {
  platform: Platform;
  socialAccountId?: string | null;
  /** Another account than the one that was asked for by its handle is welcome. */
  asNew?: true;
}

const key = (transactionId: string) => `connect ${transactionId}`;

/** The account that an attempt of this tab was for, so that the next try is for the same one. */
export const accountOfAttempt = (transactionId: string) => sessionStorage.getItem(key(transactionId));

export const leaveFor = (address: string) => window.location.assign(address);

/**
 * Starts a connection and leaves for the platform in the same tab: a pop-up would be blocked on phones. `toKeep` halts
 * it: accounts that a choice without them would cut off are shown first.
 */
export function useConnect() {
  const connect = useMutation({
    mutationFn: ({ platform, socialAccountId, asNew }: ConnectTarget) =>
      answerOf(
        api.POST('/v1/connect-transactions', {
          body: {
            platform,
            ...(socialAccountId && { socialAccountId }),
            ...(asNew && { asNew }),
          },
        }),
      ),
    onSuccess: ({ id, redirectTo, keepTicked }, { platform, socialAccountId }) => {
      if (platform === 'instagram') rememberInstagramCheck();
      if (socialAccountId) sessionStorage.setItem(key(id), socialAccountId);
      if (keepTicked.length === 0) leaveFor(redirectTo);
    },
  });
  const { data, variables } = connect;
  const halted = data && data.keepTicked.length > 0 && variables;
  return { ...connect, toKeep: halted ? { ...data, platform: variables.platform } : undefined };
}

export type Connecting = ReturnType<typeof useConnect>;
