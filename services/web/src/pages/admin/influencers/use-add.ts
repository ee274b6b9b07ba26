import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Influencer, NewInfluencer } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';

export interface Addition {
  who: NewInfluencer;
  /** Whom this report shows, with the account that it shows. */
  reportId?: string | undefined;
  /** A TikTok handle that is invited to the marketplace for them. */
  invite?: string | undefined;
}

export interface Added {
  influencer: Influencer;
  /** They are in the roster all the same. */
  notInvited: unknown;
}

/**
 * Adds somebody by hand or from a report, and invites a handle of theirs where that is asked. `onAdded` comes before the
 * lists are read again: a report that shows somebody of the roster has no place for a form any more.
 */
export function useAdd(onAdded: (added: Added, addition: Addition) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ who, reportId, invite }: Addition): Promise<Added> => {
      const influencer = await answerOf(reportId === undefined ? byHand(who) : fromReport(reportId, who));
      return { influencer, notInvited: invite === undefined ? undefined : await failureOf(influencer.id, invite) };
    },
    onSuccess: (added, addition) => {
      onAdded(added, addition);
      return queries.invalidateQueries({ queryKey: ['admin'] });
    },
  });
}

const byHand = (body: NewInfluencer) => api.POST('/v1/influencers', { body });

const fromReport = (id: string, { socialAccounts: _theReportHasIt, ...body }: NewInfluencer) =>
  api.POST('/v1/reports/{id}/influencers', { params: { path: { id } }, body });

async function failureOf(influencerId: string, handle: string): Promise<unknown> {
  try {
    await api.POST('/v1/ttcm-invites', { body: { influencerId, handle } });
    return undefined;
  } catch (error) {
    return error;
  }
}
