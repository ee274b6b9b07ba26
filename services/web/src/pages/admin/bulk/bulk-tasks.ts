import type { AuthorizationRequest } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { createRequest, linkFor } from '../links/request-link';
import type { Person, Work } from './bulk-run';

export type TaskKind = 'email' | 'copy' | 'campaign' | 'group';

/** One kind of thing that is done for many people. */
export interface BulkTask {
  kind: TaskKind;
  people: readonly Person[];
  work: Work;
}

export const copyLinks = (people: readonly Person[]): BulkTask => ({
  kind: 'copy',
  people,
  work: async ({ id }) => linkFor((await createRequest(id)).id, 'copy'),
});

/**
 * A mail each. Where the answer to a try was lost, the next one looks first whether a mail was queued since: nobody gets
 * two.
 */
export function sendMails(people: readonly Person[]): BulkTask {
  const tried = new Map<string, AuthorizationRequest>();
  return {
    kind: 'email',
    people,
    async work({ id }) {
      const before = tried.get(id);
      if (before && (await isMailed(before))) return;
      const request = before ?? (await createRequest(id));
      tried.set(id, request);
      await linkFor(request.id, 'email');
    },
  };
}

export const addToCampaign = (people: readonly Person[], campaignId: string): BulkTask => ({
  kind: 'campaign',
  people,
  async work({ id: influencerId }) {
    const params = { path: { id: campaignId } };
    await answerOf(api.POST('/v1/campaigns/{id}/influencers', { params, body: { influencerId } }));
  },
});

export const addToGroup = (people: readonly Person[], groupId: string): BulkTask => ({
  kind: 'group',
  people,
  async work({ id: influencerId }) {
    const params = { path: { id: groupId, influencerId } };
    await answerOf(api.PUT('/v1/influencer-groups/{id}/influencers/{influencerId}', { params }));
  },
});

async function isMailed({ influencerId, createdAt }: AuthorizationRequest): Promise<boolean> {
  const query = { influencerId, limit: 25 };
  const { items } = await answerOf(api.GET('/v1/messages', { params: { query } }));
  return items.some((mail) => mail.kind === 'authorization-request' && mail.createdAt > createdAt);
}
