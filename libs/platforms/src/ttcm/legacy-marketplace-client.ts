import type {
  CreatorStatus,
  InviteResult,
  MarketplaceClient,
  MarketplaceCreator,
  MarketplacePostQuery,
} from '../capabilities/marketplace';
import type { PostPage } from '../capabilities/reading';
import { readItems } from '../schemas';
import { creatorStatus, handleKey as key, MAX_HANDLES, plainHandle, SCOPE_ONBOARDING } from './creator-status';
import type { TtcmApi } from './ttcm-api';
import { rulesOf } from './ttcm-errors';
import { creatorSchema, inviteSchema, postSchema, postsSchema } from './ttcm.schemas';
import type { TtcmAccount } from './ttcm.config';

/** TikTok API for Business, scope ids. */
const SCOPE_CREATOR_BASICS = '14010100';
const SCOPE_CREATOR_MEDIA = '14020100';
const POSTS_PER_PAGE = '20';

/**
 * The marketplace through the legacy `/tcm/` calls: TikTok One has no invitation of its own yet. Public figures come
 * from TikTok One, whose call takes the same account.
 */
export class LegacyMarketplaceClient implements MarketplaceClient {
  constructor(
    private readonly api: TtcmApi,
    private readonly account: TtcmAccount,
  ) {}

  async status(handles: readonly string[]): Promise<readonly CreatorStatus[]> {
    const call = { path: '/tcm/creator/status/get/', accountField: 'tcm_account_id' } as const;
    return creatorStatus(this.api, this.account, call, handles);
  }

  async invite(handles: readonly string[]): Promise<readonly InviteResult[]> {
    if (handles.length === 0) return [];
    if (handles.length > MAX_HANDLES) throw new RangeError(`at most ${MAX_HANDLES} handles in one invitation`);
    const answer = await this.api.call({
      operation: 'invite',
      scope: SCOPE_ONBOARDING,
      token: this.account.accessToken,
      method: 'POST',
      path: '/tcm/creator/invite/',
      json: { tcm_account_id: this.account.accountId, handle_names: handles.map(plainHandle) },
      answer: inviteSchema,
    });
    const reasons = new Map(
      Object.entries(answer.reject_reasons).map(([handle, codes]) => [
        key(handle),
        [codes].flat().filter(isReasonCode),
      ]),
    );
    const isIn = membership(answer.in_tcm);
    const isInvited = membership(answer.invited);
    const isRejected = membership(answer.rejected);
    return handles.map((handle): InviteResult => {
      if (isIn(handle)) return { handle, outcome: 'in_marketplace' };
      if (isInvited(handle)) return { handle, outcome: 'invited' };
      const reasonCodes = reasons.get(key(handle)) ?? [];
      if (!isRejected(handle) && reasonCodes.length === 0) return { handle, outcome: 'unanswered' };
      return { handle, outcome: 'rejected', rules: rulesOf(reasonCodes), reasonCodes };
    });
  }

  async creator(handle: string): Promise<MarketplaceCreator> {
    return this.api.call({
      operation: 'creator',
      scope: SCOPE_CREATOR_BASICS,
      token: this.account.accessToken,
      method: 'GET',
      path: '/tto/tcm/creator/public/',
      query: { tto_tcm_account_id: this.account.accountId, handle_name: plainHandle(handle) },
      answer: creatorSchema,
    });
  }

  async *creatorPosts(query: MarketplacePostQuery): AsyncGenerator<PostPage, void, undefined> {
    for (let after = query.after; ;) {
      const { posts, page_info: page } = await this.api.call({
        operation: 'creator_posts',
        scope: SCOPE_CREATOR_MEDIA,
        token: this.account.accessToken,
        method: 'GET',
        path: '/tto/tcm/creator/public/video/list/',
        query: {
          tto_tcm_account_id: this.account.accountId,
          handle_name: plainHandle(query.handle),
          limit: POSTS_PER_PAGE,
          ...(after !== undefined && { cursor: after }),
        },
        answer: postsSchema,
      });
      const { items, skipped } = readItems(postSchema, posts);
      const oldest = items.at(-1)?.publishedAt;
      const farEnough = query.since !== undefined && oldest !== undefined && oldest < query.since;
      const next = page.has_more && page.cursor !== after ? page.cursor : null;
      yield { posts: items, next, skipped };
      if (next === null || farEnough) return;
      after = next;
    }
  }
}

function membership(handles: readonly string[]): (handle: string) => boolean {
  const keys = new Set(handles.map(key));
  return (handle) => keys.has(key(handle));
}

/** A code, not a sentence: texts of the platform are not passed on. */
function isReasonCode(text: string): boolean {
  return /^[A-Z][A-Z0-9_]{1,63}$/.test(text);
}
