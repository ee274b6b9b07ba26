import type { ClientOptions } from '../capabilities/client-options';
import type {
  CreatorStatus,
  InviteResult,
  MarketplaceClient,
  MarketplaceCreator,
  MarketplacePostQuery,
} from '../capabilities/marketplace';
import type { PostPage } from '../capabilities/reading';
import { readItems } from '../schemas';
import { TtcmApi } from './ttcm-api';
import { rulesOf } from './ttcm-errors';
import { creatorSchema, inviteSchema, postSchema, postsSchema, statusSchema } from './ttcm.schemas';
import type { TtcmConfig } from './ttcm.config';

const MAX_HANDLES = 20;
/** TikTok API for Business, scope ids. */
const SCOPE_ONBOARDING = '13030000';
const SCOPE_CREATOR_BASICS = '14010100';
const SCOPE_CREATOR_MEDIA = '14020100';
const POSTS_PER_PAGE = '20';

/**
 * The marketplace through the legacy `/tcm/` calls: TikTok One has no invitation of its own yet. Public figures come
 * from TikTok One, whose call takes the same account.
 */
export class LegacyMarketplaceClient implements MarketplaceClient {
  private readonly api: TtcmApi;

  constructor(
    private readonly config: TtcmConfig,
    options: ClientOptions,
  ) {
    this.api = new TtcmApi(config, options);
  }

  async status(handles: readonly string[]): Promise<readonly CreatorStatus[]> {
    const results: CreatorStatus[] = [];
    for (let start = 0; start < handles.length; start += MAX_HANDLES) {
      results.push(...(await this.statusOf(handles.slice(start, start + MAX_HANDLES))));
    }
    return results;
  }

  async invite(handles: readonly string[]): Promise<readonly InviteResult[]> {
    if (handles.length === 0) return [];
    if (handles.length > MAX_HANDLES) throw new RangeError(`at most ${MAX_HANDLES} handles in one invitation`);
    const answer = await this.api.call({
      operation: 'invite',
      scope: SCOPE_ONBOARDING,
      method: 'POST',
      path: '/tcm/creator/invite/',
      json: { tcm_account_id: this.config.accountId, handle_names: handles.map(plainHandle) },
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
      method: 'GET',
      path: '/tto/tcm/creator/public/',
      query: { tto_tcm_account_id: this.config.accountId, handle_name: plainHandle(handle) },
      answer: creatorSchema,
    });
  }

  async *creatorPosts(query: MarketplacePostQuery): AsyncGenerator<PostPage, void, undefined> {
    for (let after = query.after; ;) {
      const { posts, page_info: page } = await this.api.call({
        operation: 'creator_posts',
        scope: SCOPE_CREATOR_MEDIA,
        method: 'GET',
        path: '/tto/tcm/creator/public/video/list/',
        query: {
          tto_tcm_account_id: this.config.accountId,
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

  async close(): Promise<void> {
    await this.api.close();
  }

  private async statusOf(handles: readonly string[]): Promise<CreatorStatus[]> {
    const answer = await this.api.call({
      operation: 'status',
      scope: SCOPE_ONBOARDING,
      method: 'GET',
      path: '/tcm/creator/status/get/',
      // Lists in a query are JSON text.
      query: { tcm_account_id: this.config.accountId, handle_names: JSON.stringify(handles.map(plainHandle)) },
      answer: statusSchema,
    });
    const known = new Map(
      answer.onboarding_status.map((item) => [key(item.handler_name ?? item.handle_name ?? ''), item.status]),
    );
    return handles.map((handle) => ({ handle, status: known.get(key(handle)) ?? 'UNKNOWN' }));
  }
}

function plainHandle(handle: string): string {
  return handle.trim().replace(/^@/, '');
}

/** Handles are compared as TikTok does: without the `@` and without regard to case. */
function key(handle: string): string {
  return plainHandle(handle).toLowerCase();
}

function membership(handles: readonly string[]): (handle: string) => boolean {
  const keys = new Set(handles.map(key));
  return (handle) => keys.has(key(handle));
}

/** A code, not a sentence: texts of the platform are not passed on. */
function isReasonCode(text: string): boolean {
  return /^[A-Z][A-Z0-9_]{1,63}$/.test(text);
}
