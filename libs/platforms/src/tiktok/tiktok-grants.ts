import { z } from 'zod';
import { readCodeCallback, scopesToAsk } from '../authorize';
import type { ClientOptions } from '../capabilities/client-options';
import type {
  AuthorizationUrlInput,
  CallbackAnswer,
  CallbackQuery,
  Candidate,
  GrantInspection,
  GrantTokens,
  PlatformGrants,
  TokenRefresher,
} from '../capabilities/grants';
import { checkedBase, endpoint } from '../http/host-policy';
import { PlatformError } from '../platform-error';
import { endOf, idSchema, secondsSchema, secretSchema } from '../schemas';
import type { AccessToken } from '../secret-text';
import { TikTokApi } from './tiktok-api';
import { TIKTOK_SCOPES } from './tiktok-scopes';
import { readOpenId, readUser } from './tiktok-user';
import { TIKTOK_DEFAULTS, type TikTokConfig } from './tiktok.config';

/** TikTok for Developers, Manage user access tokens. */
const tokenAnswerSchema = z.object({
  access_token: secretSchema,
  expires_in: secondsSchema,
  open_id: idSchema.nullable().catch(null).default(null),
  refresh_token: secretSchema.nullable().catch(null).default(null),
  refresh_expires_in: secondsSchema,
  scope: z.string().nullable().catch(null).default(null),
});

/** Grants for TikTok through Login Kit v2. */
export class TikTokGrants implements PlatformGrants {
  readonly platform = 'tiktok';
  readonly pkce = false;
  readonly scopes = TIKTOK_SCOPES;
  readonly refresher: TokenRefresher;
  private readonly api: TikTokApi;
  private readonly authorizePage: URL;

  constructor(
    private readonly config: TikTokConfig,
    options: ClientOptions,
  ) {
    this.api = new TikTokApi(config, options);
    const base = checkedBase(config.authorizeUrl ?? TIKTOK_DEFAULTS.authorizeUrl, {
      setting: 'authorizeUrl',
      profile: options.profile,
      hosts: ['www.tiktok.com'],
    });
    this.authorizePage = endpoint(base, '/v2/auth/authorize/');
    this.refresher = { rotates: true, refresh: (refreshToken, onSent) => this.refresh(refreshToken, onSent) };
  }

  /** TikTok for Developers, Login Kit for web: no PKCE there, a standard S256 challenge would be refused. */
  authorizationUrl(input: AuthorizationUrlInput): string {
    const url = new URL(this.authorizePage);
    url.search = new URLSearchParams({
      client_key: this.config.clientKey,
      response_type: 'code',
      scope: scopesToAsk(this.scopes, input).join(','),
      redirect_uri: input.redirectUri,
      state: input.state,
      ...(input.ask && input.ask !== 'first' && { disable_auto_auth: '1' }),
    }).toString();
    return url.href;
  }

  readCallback(query: CallbackQuery): CallbackAnswer {
    return readCodeCallback(query);
  }

  async exchange(input: { readonly code: AccessToken; readonly redirectUri: string }): Promise<GrantTokens> {
    return this.token('exchange_code', 'code', {
      grant_type: 'authorization_code',
      code: urlDecoded(input.code.reveal()),
      redirect_uri: input.redirectUri,
    });
  }

  /**
   * TikTok cannot inspect a token, so it is tried with the cheapest call. That it is ours follows from where it came
   * from: only our own exchange or refresh hands it out. Scopes: what the token answer said.
   */
  async inspect(token: AccessToken): Promise<GrantInspection> {
    const unknown = { scopes: null, granularScopes: [], issuedAt: null, expiresAt: null, dataAccessExpiresAt: null };
    const result = { ...unknown, issuedToUs: true, tokenType: 'user', profileId: null } as const;
    try {
      return { ...result, valid: true, platformUserId: await readOpenId(this.api, token), deathCause: null };
    } catch (error) {
      const deathCause = error instanceof PlatformError ? error.deathCause : undefined;
      if (deathCause === undefined) throw error;
      return { ...result, valid: false, platformUserId: null, deathCause };
    }
  }

  /** A grant of TikTok opens exactly one account. */
  async candidates(token: AccessToken, inspection?: GrantInspection): Promise<readonly Candidate[]> {
    const user = await readUser(this.api, token, inspection?.scopes);
    const { id, handle, displayName, pictureUrl, followers } = user;
    const account = { id, handle, displayName, pictureUrl, followers };
    return [{ id, usable: true, reason: null, account, page: null, accessToken: token }];
  }

  /** Also removes the app at the person and fires `authorization.removed` with reason 5. */
  async revoke(input: { readonly token: AccessToken }): Promise<void> {
    try {
      await this.api.call({
        operation: 'revoke',
        purpose: 'revoke',
        method: 'POST',
        path: '/v2/oauth/revoke/',
        form: { ...this.client(), token: input.token.reveal() },
        answer: z.unknown(),
      });
    } catch (error) {
      if (!(error instanceof PlatformError && error.kind === 'grant_dead')) throw error;
    }
  }

  async close(): Promise<void> {
    await this.api.close();
  }

  private refresh(refreshToken: AccessToken, onSent?: () => void): Promise<GrantTokens> {
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken.reveal() };
    return this.token('refresh', 'refresh', form, onSent);
  }

  private async token(
    operation: string,
    purpose: 'code' | 'refresh',
    form: Readonly<Record<string, string>>,
    onSent?: () => void,
  ): Promise<GrantTokens> {
    const answer = await this.api.call({
      operation,
      purpose,
      method: 'POST',
      path: '/v2/oauth/token/',
      form: { ...this.client(), ...form },
      answer: tokenAnswerSchema,
      onSent,
    });
    return {
      accessToken: answer.access_token,
      accessExpiresAt: endOf(answer.expires_in, this.api.now),
      refreshToken: answer.refresh_token,
      refreshExpiresAt: endOf(answer.refresh_expires_in, this.api.now),
      scopes: answer.scope?.split(/[,\s]+/).filter(Boolean) ?? null,
      platformUserId: answer.open_id,
    };
  }

  private client(): Record<string, string> {
    return { client_key: this.config.clientKey, client_secret: this.config.clientSecret.reveal() };
  }
}

/** Codes hold `*` and `!` and arrive encoded once more than a query parser undoes (Login Kit for web). */
function urlDecoded(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}
