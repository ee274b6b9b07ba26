import type { AuthorizationRequest, Message } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { createRequest, linkFor } from '../links/request-link';
import type { Person, Work } from './bulk-run';
import { cameToNothing } from './mail-outcomes';

export type TaskKind = 'email' | 'copy' | 'campaign' | 'group' | 'outOfGroup';

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
 * A mail each; the value is the request that it asks to fulfil. Where the answer to a try was lost, the next one looks first
 * whether a mail was queued since: nobody gets two. One that came to nothing is asked for anew.
 */
export function sendMails(people: readonly Person[]): BulkTask {
  const tried = new Map<string, AuthorizationRequest>();
  return {
    kind: 'email',
    people,
    async work({ id }) {
      const before = tried.get(id);
      const mail = before && (await mailOf(before));
      if (before && mail && !cameToNothing(mail)) return before.id;
      const request = before && !mail ? before : await createRequest(id);
      tried.set(id, request);
      await linkFor(request.id, 'email');
      return request.id;
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

/** They stay in the roster. */
export const takeOutOfGroup = (people: readonly Person[], groupId: string): BulkTask => ({
  kind: 'outOfGroup',
  people,
  async work({ id: influencerId }) {
    const params = { path: { id: groupId, influencerId } };
    await answerOf(api.DELETE('/v1/influencer-groups/{id}/influencers/{influencerId}', { params }));
  },
});

/** The newest one. */
async function mailOf({ id, influencerId }: AuthorizationRequest): Promise<Message | undefined> {
  const query = { influencerId, limit: 25 };
  const { items } = await answerOf(api.GET('/v1/messages', { params: { query } }));
  return items.find(({ authorizationRequestId }) => authorizationRequestId === id);
}
