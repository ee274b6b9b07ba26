import { z } from 'zod';
import type { CallbackAnswer, CallbackQuery } from '../capabilities/grants';
import { checkedBase, endpoint } from '../http/host-policy';
import { PlatformError } from '../platform-error';
import { idSchema, secretSchema, textSchema } from '../schemas';
import { type AccessToken, SecretText } from '../secret-text';
import type { TtcmApi } from './ttcm-api';
import { TTCM_DEFAULTS, type TtcmAccount, type TtcmApp } from './ttcm.config';

const READ_ACCOUNT = 13_020_000;
/** Onboarding status and invitations: without it the authorization is of no use. */
export const INVITE_SCOPE = 13_030_000;

export interface AgencyTokens {
  readonly accessToken: AccessToken;
  readonly scopes: readonly number[];
}

export interface AgencyAccount {
  readonly name: string | null;
  readonly country: string | null;
}

const tokensSchema = z.object({ access_token: secretSchema, scope: z.array(z.coerce.number()).catch([]) });
const accountsSchema = z.object({ tto_tcm_account_ids: z.array(idSchema) });
const accountSchema = z.object({ account_name: textSchema, country: textSchema });

/**
 * How an agency lets our app work in its marketplace account (TikTok API for Business, Authorization). The token has no
 * end and nothing to renew it with; it is over when the agency or we take it back.
 */
export class AgencyAuthorization {
  private readonly portal: URL;

  constructor(
    private readonly api: TtcmApi,
    private readonly app: TtcmApp,
    profile: 'local' | 'production',
  ) {
    const rule = { setting: 'portalUrl', profile, hosts: ['business-api.tiktok.com'] };
    this.portal = checkedBase(app.portalUrl ?? TTCM_DEFAULTS.portalUrl, rule);
  }

  /** Pure. */
  authorizationUrl(input: { readonly redirectUri: string; readonly state: string }): string {
    const query = { app_id: this.app.appId, state: input.state, redirect_uri: input.redirectUri };
    return endpoint(this.portal, '/portal/auth', query).href;
  }

  /** Pure. How a refusal comes back is not documented: what brings no code is one. */
  readCallback(query: CallbackQuery): Exclude<CallbackAnswer, { outcome: 'failed' }> {
    const code = query['auth_code'];
    return typeof code === 'string' && code !== ''
      ? { outcome: 'code', code: new SecretText(code) }
      : { outcome: 'refused' };
  }

  /** Spends the code, whatever the outcome. */
  async exchange(code: AccessToken): Promise<AgencyTokens> {
    const { access_token: accessToken, scope } = await this.api.call({
      operation: 'exchange_code',
      scope: '',
      method: 'POST',
      path: '/oauth2/access_token/',
      json: { app_id: this.app.appId, secret: this.app.appSecret.reveal(), auth_code: code.reveal() },
      secrets: [this.app.appSecret, code],
      answer: tokensSchema,
    });
    return { accessToken, scopes: scope };
  }

  /** The marketplace accounts that the token may work in. */
  async accountIds(token: AccessToken): Promise<readonly string[]> {
    const answer = await this.api.call({
      operation: 'accounts',
      scope: String(READ_ACCOUNT),
      method: 'GET',
      path: '/tto/oauth2/tcm/',
      // The platform wants the app's secret in the address; it goes nowhere but to the platform.
      query: { app_id: this.app.appId, secret: this.app.appSecret.reveal() },
      token,
      answer: accountsSchema,
    });
    return answer.tto_tcm_account_ids;
  }

  async account({ accessToken: token, accountId }: TtcmAccount): Promise<AgencyAccount> {
    const { account_name: name, country } = await this.api.call({
      operation: 'account',
      scope: String(READ_ACCOUNT),
      method: 'GET',
      path: '/tto/oauth2/info/',
      query: { tto_tcm_account_id: accountId },
      token,
      answer: accountSchema,
    });
    return { name, country };
  }

  /** Resolves when the token is dead, also when it was dead already. */
  async revoke(token: AccessToken): Promise<void> {
    try {
      await this.api.call({
        operation: 'revoke',
        scope: '',
        method: 'POST',
        path: '/oauth2/revoke_token/',
        json: { app_id: this.app.appId, secret: this.app.appSecret.reveal(), access_token: token.reveal() },
        secrets: [this.app.appSecret, token],
        answer: z.unknown(),
      });
    } catch (error) {
      if (error instanceof PlatformError && error.kind === 'grant_dead') return;
      throw error;
    }
  }
}
