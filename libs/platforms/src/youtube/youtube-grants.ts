import { z } from 'zod';
import { readCodeCallback, scopesToAsk } from '../authorize';
import type { ClientOptions } from '../capabilities/client-options';
import type {
  AuthorizationUrlInput,
  CallbackAnswer,
  CallbackQuery,
  Candidate,
  CodeExchange,
  GrantInspection,
  GrantTokens,
  PlatformGrants,
  TokenRefresher,
} from '../capabilities/grants';
import { checkedBase, endpoint } from '../http/host-policy';
import { PlatformError } from '../platform-error';
import { endOf, idSchema, secondsSchema, secretSchema, textSchema } from '../schemas';
import type { AccessToken } from '../secret-text';
import { GoogleApi, type GoogleRequest } from './google-api';
import { personOfIdToken, signingKeys } from './google-id-token';
import { challengeOf, nonceOf } from './pkce';
import { ownChannels, profileOf } from './youtube-channel';
import { YOUTUBE_SCOPES } from './youtube-scopes';
import { YOUTUBE_DEFAULTS, type YouTubeConfig } from './youtube.config';

/** Google, Using OAuth 2.0 for Web Server Applications. `refresh_token_expires_in` comes with grants of limited time. */
const tokenAnswerSchema = z.object({
  access_token: secretSchema,
  expires_in: secondsSchema,
  refresh_token: secretSchema.nullable().catch(null).default(null),
  refresh_token_expires_in: secondsSchema,
  scope: textSchema,
});
type TokenAnswer = z.infer<typeof tokenAnswerSchema>;

const tokenInfoSchema = z.object({
  aud: z.string().min(1),
  sub: idSchema.nullable().catch(null).default(null),
  scope: textSchema,
  exp: secondsSchema,
});

/** Grants for YouTube through Google's OAuth. */
export class YouTubeGrants implements PlatformGrants {
  readonly platform = 'youtube';
  readonly pkce = true;
  readonly scopes = YOUTUBE_SCOPES;
  readonly refresher: TokenRefresher;
  private readonly api: GoogleApi;
  private readonly authorizePage: URL;
  private readonly oauth: URL;
  private readonly data: URL;
  private readonly certs: URL;

  constructor(
    private readonly config: YouTubeConfig,
    options: ClientOptions,
  ) {
    const base = (setting: 'authorizeUrl' | 'oauthUrl' | 'dataUrl' | 'certsUrl', hosts: readonly string[]) =>
      checkedBase(config[setting] ?? YOUTUBE_DEFAULTS[setting], { setting, profile: options.profile, hosts });
    this.authorizePage = endpoint(base('authorizeUrl', ['accounts.google.com']), '/o/oauth2/v2/auth');
    this.oauth = base('oauthUrl', ['oauth2.googleapis.com']);
    this.data = base('dataUrl', ['youtube.googleapis.com', 'www.googleapis.com']);
    this.certs = base('certsUrl', ['www.googleapis.com']);
    this.api = new GoogleApi(options);
    this.refresher = { rotates: false, refresh: (refreshToken) => this.refresh(refreshToken) };
  }

  /**
   * Google, OAuth 2.0 parameters. A refresh token comes with the first consent only, unless the page is shown; we may
   * have lost or ended the earlier one, so it always is. The account can be chosen, because people have several.
   */
  authorizationUrl(input: AuthorizationUrlInput): string {
    if (!input.codeVerifier) throw new TypeError('Google is always asked with PKCE (security OC-05)');
    const url = new URL(this.authorizePage);
    url.search = new URLSearchParams({
      client_id: this.config.clientId,
      response_type: 'code',
      scope: scopesToAsk(this.scopes, input).join(' '),
      redirect_uri: input.redirectUri,
      state: input.state,
      access_type: 'offline',
      prompt: 'select_account consent',
      code_challenge: challengeOf(input.codeVerifier),
      code_challenge_method: 'S256',
      nonce: nonceOf(input.codeVerifier),
    }).toString();
    return url.href;
  }

  readCallback(query: CallbackQuery): CallbackAnswer {
    return readCodeCallback(query);
  }

  async exchange({ code, redirectUri, codeVerifier }: CodeExchange): Promise<GrantTokens> {
    if (!codeVerifier) throw new TypeError('the code verifier of the attempt is missing');
    const form = {
      grant_type: 'authorization_code',
      code: code.reveal(),
      redirect_uri: redirectUri,
      code_verifier: codeVerifier.reveal(),
    };
    const answer = await this.token('exchange_code', 'code', form, z.record(z.string(), z.unknown()));
    const tokens = tokenAnswerSchema.safeParse(answer);
    if (!tokens.success) throw unreadable('exchange_code');
    const { clientId } = this.config;
    const check = { answer, clientId, nonce: nonceOf(codeVerifier), certsUrl: this.certs };
    return this.grantOf(tokens.data, await personOfIdToken(this.api, check));
  }

  /** By POST, so that the token stays out of the address. */
  async inspect(token: AccessToken): Promise<GrantInspection> {
    const unknown = { granularScopes: [], issuedAt: null, dataAccessExpiresAt: null, profileId: null } as const;
    try {
      const info = await this.api.call({
        operation: 'inspect',
        purpose: 'inspect',
        method: 'POST',
        url: endpoint(this.oauth, '/tokeninfo'),
        form: { access_token: token.reveal() },
        secrets: [token],
        answer: tokenInfoSchema,
      });
      return {
        ...unknown,
        valid: true,
        issuedToUs: info.aud === this.config.clientId,
        tokenType: 'user',
        platformUserId: info.sub,
        scopes: scopesOf(info.scope) ?? [],
        expiresAt: info.exp === null ? null : new Date(info.exp * 1000),
        deathCause: null,
      };
    } catch (error) {
      const deathCause = error instanceof PlatformError ? error.deathCause : undefined;
      if (deathCause === undefined) throw error;
      const nothing = { platformUserId: null, scopes: null, expiresAt: null };
      // Google says of a dead token no more than that; whose it was is not known, so it is not called foreign.
      return { ...unknown, ...nothing, valid: false, issuedToUs: true, tokenType: 'user', deathCause };
    }
  }

  /** A grant opens the one channel that was chosen at consent; an account without a channel opens none. */
  async candidates(token: AccessToken): Promise<readonly Candidate[]> {
    const channels = await ownChannels(this.api, this.data, { token, operation: 'candidates' }).catch(
      noneWithoutSignup,
    );
    return channels.map((channel) => {
      const { id, handle, displayName, pictureUrl, followers } = profileOf(channel);
      const account = { id, handle, displayName, pictureUrl, followers };
      return { id, usable: true, reason: null, account, page: null, accessToken: token };
    });
  }

  /** Either token of a grant ends the whole grant. */
  async revoke(input: { readonly token: AccessToken }): Promise<void> {
    try {
      await this.api.call({
        operation: 'revoke',
        purpose: 'revoke',
        method: 'POST',
        url: endpoint(this.oauth, '/revoke'),
        form: { token: input.token.reveal() },
        secrets: [input.token],
        answer: z.unknown(),
      });
    } catch (error) {
      if (!(error instanceof PlatformError && error.kind === 'grant_dead')) throw error;
    }
  }

  /** The same set signs ID tokens and the security events of Cross-Account Protection (its `risc-configuration`). */
  signingKeys(): Promise<{ keys: unknown[] }> {
    return signingKeys(this.api, this.certs);
  }

  async close(): Promise<void> {
    await this.api.close();
  }

  /** Not rotated: the answer holds no refresh token, and the old one stays. */
  private async refresh(refreshToken: AccessToken): Promise<GrantTokens> {
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken.reveal() };
    return this.grantOf(await this.token('refresh', 'refresh', form, tokenAnswerSchema), null);
  }

  private token<T>(
    operation: string,
    purpose: 'code' | 'refresh',
    form: Readonly<Record<string, string>>,
    answer: GoogleRequest<T>['answer'],
  ): Promise<T> {
    const { clientId, clientSecret } = this.config;
    const client = { client_id: clientId, client_secret: clientSecret.reveal() };
    const url = endpoint(this.oauth, '/token');
    const secrets = [clientSecret];
    return this.api.call({ operation, purpose, method: 'POST', url, form: { ...client, ...form }, secrets, answer });
  }

  private grantOf(answer: TokenAnswer, platformUserId: string | null): GrantTokens {
    return {
      accessToken: answer.access_token,
      accessExpiresAt: endOf(answer.expires_in, this.api.now),
      refreshToken: answer.refresh_token,
      refreshExpiresAt: endOf(answer.refresh_token_expires_in, this.api.now),
      scopes: scopesOf(answer.scope),
      platformUserId,
    };
  }
}

/** The other way in which YouTube says that an account has no channel. */
function noneWithoutSignup(error: unknown): [] {
  if (error instanceof PlatformError && error.answer.code === 'youtubeSignupRequired') return [];
  throw error;
}

function scopesOf(text: string | null): string[] | null {
  return text?.split(/\s+/).filter(Boolean) ?? null;
}

function unreadable(operation: string): PlatformError {
  return new PlatformError({ kind: 'unknown' }, { api: 'youtube', operation, note: 'unexpected_shape' }, 'unknown');
}
