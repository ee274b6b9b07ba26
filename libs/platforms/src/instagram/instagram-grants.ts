import { readCodeCallback, scopesToAsk } from '../authorize';
import type { ClientOptions } from '../capabilities/client-options';
import type {
  AuthorizationUrlInput,
  CallbackAnswer,
  CallbackQuery,
  Candidate,
  CandidateAccount,
  GrantInspection,
  GrantTokens,
  PlatformGrants,
} from '../capabilities/grants';
import { checkedBase, endpoint, segment } from '../http/host-policy';
import { PlatformError } from '../platform-error';
import { readAs, readItems } from '../schemas';
import { type AccessToken, SecretText } from '../secret-text';
import { GraphApi } from './graph-api';
import { edgeSchema, nextCursor } from './graph-paging';
import { accountOf, candidatesFrom, pagesKeptBack } from './instagram-candidates';
import {
  batchSchema,
  type DebugToken,
  debugTokenSchema,
  type Page,
  pageLinkSchema,
  pageNameSchema,
  pageSchema,
  permissionsSchema,
  successSchema,
  tokenAnswerSchema,
} from './instagram-grants.schemas';
import { FOREIGN_TOKEN, inspectionFrom } from './instagram-inspection';
import { INSTAGRAM_SCOPES } from './instagram-scopes';
import { INSTAGRAM_DEFAULTS, type InstagramConfig } from './instagram.config';

const ACCOUNT_FIELDS = 'instagram_business_account{id,username,name,profile_picture_url,followers_count}';
const PAGE_FIELDS = `id,name,category,tasks,access_token,${ACCOUNT_FIELDS},connected_instagram_account{id}`;
/** So many names of Pages that the list keeps back are asked for, one call each. */
const NAMED_BESIDES = 10;

/** Grants for Instagram through Facebook Login: the person consents at Facebook, the Page leads to the account. */
export class InstagramGrants implements PlatformGrants {
  readonly platform = 'instagram';
  readonly pkce = false;
  readonly scopes = INSTAGRAM_SCOPES;
  /** Meta has no refresh token: only a new consent renews (Meta, Long-lived access tokens). */
  readonly refresher = null;
  private readonly graph: GraphApi;
  private readonly dialog: URL;
  private readonly appToken: AccessToken;

  constructor(
    private readonly config: InstagramConfig,
    options: ClientOptions,
  ) {
    this.graph = new GraphApi(config, options);
    const base = checkedBase(config.dialogUrl ?? INSTAGRAM_DEFAULTS.dialogUrl, {
      setting: 'dialogUrl',
      profile: options.profile,
      hosts: ['www.facebook.com'],
    });
    this.dialog = endpoint(base, `/${config.apiVersion ?? INSTAGRAM_DEFAULTS.apiVersion}/dialog/oauth`);
    this.appToken = new SecretText(`${config.appId}|${config.appSecret.reveal()}`);
  }

  /** Meta, Manually build a login flow. Without `rerequest` a declined permission is silently not asked again. */
  authorizationUrl(input: AuthorizationUrlInput): string {
    const url = new URL(this.dialog);
    url.search = new URLSearchParams({
      client_id: this.config.appId,
      redirect_uri: input.redirectUri,
      state: input.state,
      response_type: 'code',
      scope: scopesToAsk(this.scopes, input).join(','),
      ...(input.ask && input.ask !== 'first' && { auth_type: input.ask }),
    }).toString();
    return url.href;
  }

  readCallback(query: CallbackQuery): CallbackAnswer {
    return readCodeCallback(query);
  }

  /** Code → short-lived → long-lived token, both by POST so that no secret stands in an address (OC-07). */
  async exchange(input: { readonly code: AccessToken; readonly redirectUri: string }): Promise<GrantTokens> {
    const answer = await this.graph.call({
      operation: 'exchange_code',
      method: 'POST',
      purpose: 'code',
      path: '/oauth/access_token',
      form: {
        client_id: this.config.appId,
        client_secret: this.config.appSecret.reveal(),
        redirect_uri: input.redirectUri,
        code: input.code.reveal(),
      },
      answer: tokenAnswerSchema,
    });
    return this.exchangeLongLived(answer.access_token);
  }

  /** Turns a living user token into one of about 60 days (Meta, Long-lived access tokens). */
  async exchangeLongLived(token: AccessToken): Promise<GrantTokens> {
    const answer = await this.graph.call({
      operation: 'exchange_long_lived',
      method: 'POST',
      path: '/oauth/access_token',
      form: {
        grant_type: 'fb_exchange_token',
        client_id: this.config.appId,
        client_secret: this.config.appSecret.reveal(),
        fb_exchange_token: token.reveal(),
      },
      answer: tokenAnswerSchema,
    });
    const lifeMs = (answer.expires_in ?? 0) * 1000;
    return {
      accessToken: answer.access_token,
      accessExpiresAt: lifeMs > 0 ? new Date(this.graph.now.getTime() + lifeMs) : null,
      refreshToken: null,
      refreshExpiresAt: null,
      scopes: null,
      platformUserId: null,
    };
  }

  async inspect(token: AccessToken): Promise<GrantInspection> {
    try {
      return inspectionFrom(await this.debugToken(token), this.config.appId, this.graph.now);
    } catch (error) {
      if (error instanceof PlatformError && error.answer.note === 'foreign_app') return FOREIGN_TOKEN;
      throw error;
    }
  }

  /** The person's answer per permission: granted, declined or expired (unused for 90 days). */
  async permissions(token: AccessToken): Promise<ReadonlyMap<string, string>> {
    const answer = await this.graph.call({
      operation: 'permissions',
      path: '/me/permissions',
      token,
      answer: permissionsSchema,
    });
    return new Map(answer.data.map((entry) => [entry.permission, entry.status]));
  }

  async candidates(token: AccessToken, inspection?: GrantInspection): Promise<readonly Candidate[]> {
    const pages: Page[] = [];
    for (let after: string | undefined | null; after !== null;) {
      const edge = await this.graph.call({
        operation: 'pages',
        path: '/me/accounts',
        query: { fields: PAGE_FIELDS, limit: '25', ...(after && { after }) },
        scopes: ['pages_show_list'],
        token,
        answer: edgeSchema,
      });
      pages.push(...readItems(pageSchema, edge.data).items);
      after = nextCursor(edge, after);
    }
    const keptBack = await this.named(token, pagesKeptBack(pages, inspection));
    return candidatesFrom(pages, keptBack, inspection);
  }

  /** The Instagram account that a Page carries now; null after it was unlinked (`unlinked_page`). */
  async linkedAccount(pageToken: AccessToken, pageId: string): Promise<CandidateAccount | null> {
    const page = await this.graph.call({
      operation: 'linked_account',
      path: `/${segment(pageId)}`,
      query: { fields: `id,${ACCOUNT_FIELDS}` },
      scopes: ['pages_show_list', 'pages_read_engagement'],
      token: pageToken,
      answer: pageLinkSchema,
    });
    return page.instagram_business_account ? accountOf(page.instagram_business_account) : null;
  }

  /** Removes the app from the person's Facebook account: all tokens of the consent die, Pages' tokens included. */
  async revoke(input: { readonly token: AccessToken; readonly platformUserId: string }): Promise<void> {
    try {
      await this.graph.call({
        operation: 'revoke',
        method: 'DELETE',
        path: `/${segment(input.platformUserId)}/permissions`,
        token: input.token,
        answer: successSchema,
      });
    } catch (error) {
      if (!(error instanceof PlatformError && error.kind === 'grant_dead')) throw error;
    }
  }

  async close(): Promise<void> {
    await this.graph.close();
  }

  /** The node of a Page answers although the list keeps it back; a name that stays unknown stands in nobody's way. */
  private async named(token: AccessToken, ids: readonly string[]): Promise<{ id: string; name: string | null }[]> {
    const names = await Promise.all(ids.slice(0, NAMED_BESIDES).map((id) => this.pageName(token, id)));
    return ids.map((id, index) => ({ id, name: names[index] ?? null }));
  }

  private async pageName(token: AccessToken, id: string): Promise<string | null> {
    try {
      const path = `/${segment(id)}`;
      const query = { fields: 'id,name' };
      return (await this.graph.call({ operation: 'page', path, query, token, answer: pageNameSchema })).name;
    } catch (error) {
      if (error instanceof PlatformError) return null;
      throw error;
    }
  }

  /**
   * Sent as a batch of one: the inspected token is a query parameter of `debug_token`, and only inside a batch does it
   * travel in a body instead of an address (Meta, Batch requests; security OC-08).
   */
  private async debugToken(token: AccessToken): Promise<DebugToken> {
    const operation = 'inspect';
    const query = new URLSearchParams({ input_token: token.reveal() });
    const [item] = await this.graph.call({
      operation,
      method: 'POST',
      purpose: 'app',
      path: '/',
      token: this.appToken,
      form: {
        batch: JSON.stringify([{ method: 'GET', relative_url: `debug_token?${query.toString()}` }]),
        include_headers: 'false',
      },
      answer: batchSchema,
    });
    if (!item) throw new PlatformError({ kind: 'transient' }, { api: 'instagram', operation }, 'answered');
    const body = parsed(item.body);
    this.graph.assertSuccess({ status: item.code, headers: {}, body }, { operation, purpose: 'app' });
    return readAs(debugTokenSchema, body, { api: 'instagram', operation }).data;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
