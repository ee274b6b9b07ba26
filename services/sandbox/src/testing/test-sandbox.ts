import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSandbox, type Sandbox } from '../app';
import { readConfig } from '../sandbox.config';
import { at, listAt, textAt } from './json';
import { PretendBrowser } from './pretend-browser';

export const INSTAGRAM_CALLBACK = 'http://app.example:4400/oauth/instagram/callback';
export const TIKTOK_CALLBACK = 'http://app.example:4400/oauth/tiktok/callback';
export const YOUTUBE_CALLBACK = 'http://app.example:4400/oauth/youtube/callback';
export const INSTAGRAM_SCOPES = [
  'instagram_basic',
  'instagram_manage_insights',
  'pages_show_list',
  'pages_read_engagement',
];
export const YOUTUBE_SCOPES = [
  'openid',
  'https://www.googleapis.com/auth/youtube.readonly',
  'https://www.googleapis.com/auth/yt-analytics.readonly',
];
export const TIKTOK_SCOPES = ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list'];

/** Of every consent at Google in the tests. */
export const VERIFIER = randomBytes(32).toString('base64url');

export interface Answer {
  status: number;
  json: unknown;
  headers: Headers;
}

/** A sandbox on a port of its own, with secrets made for this run. */
export class TestSandbox {
  readonly browser: PretendBrowser;

  private constructor(
    readonly sandbox: Sandbox,
    readonly port: number,
    readonly keys: {
      metaId: string;
      metaSecret: string;
      discoveryToken: string;
      tiktokKey: string;
      tiktokSecret: string;
      ttcmToken: string;
      ttcmSecret: string;
      ttcmAccount: string;
      googleId: string;
      googleSecret: string;
      googleKey: string;
    },
  ) {
    this.browser = new PretendBrowser(port);
  }

  static async start(environment: Record<string, string> = {}, realNow?: () => number): Promise<TestSandbox> {
    const secret = (): string => randomBytes(16).toString('hex');
    const keys = {
      metaId: '138500000000001',
      metaSecret: secret(),
      discoveryToken: secret(),
      tiktokKey: 'awkey',
      tiktokSecret: secret(),
      ttcmToken: secret(),
      ttcmSecret: secret(),
      ttcmAccount: '7001',
      googleId: '123.apps.googleusercontent.com',
      googleSecret: secret(),
      googleKey: secret(),
    };
    const sandbox = createSandbox(
      readConfig({
        PORT: '0',
        SANDBOX_META_APP_ID: keys.metaId,
        SANDBOX_META_APP_SECRET: keys.metaSecret,
        SANDBOX_META_DISCOVERY_TOKEN: keys.discoveryToken,
        SANDBOX_TIKTOK_CLIENT_KEY: keys.tiktokKey,
        SANDBOX_TIKTOK_CLIENT_SECRET: keys.tiktokSecret,
        SANDBOX_TTCM_APP_ID: '701',
        SANDBOX_TTCM_APP_SECRET: keys.ttcmSecret,
        SANDBOX_TTCM_ACCESS_TOKEN: keys.ttcmToken,
        SANDBOX_TTCM_ACCOUNT_ID: keys.ttcmAccount,
        SANDBOX_GOOGLE_CLIENT_ID: keys.googleId,
        SANDBOX_GOOGLE_CLIENT_SECRET: keys.googleSecret,
        SANDBOX_GOOGLE_API_KEY: keys.googleKey,
        SANDBOX_REDIRECT_URIS: `${INSTAGRAM_CALLBACK},${TIKTOK_CALLBACK},${YOUTUBE_CALLBACK}`,
        ...environment,
      }),
      realNow,
    );
    const port = await sandbox.listen();
    return new TestSandbox(sandbox, port, keys);
  }

  stop(): Promise<void> {
    return this.sandbox.close();
  }

  async call(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${this.port}${path}`, init);
    const text = await response.text();
    return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) : {}, headers: response.headers };
  }

  control(path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<Answer> {
    const json = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return this.call(`/control/${path}`, { method, ...json });
  }

  graph(path: string, token: string, init: RequestInit = {}): Promise<Answer> {
    return this.call(`/graph/v25.0/${path}`, { ...init, headers: { authorization: `Bearer ${token}` } });
  }

  form(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.call(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  dialogUrl(more: Record<string, string> = {}): string {
    const query = {
      client_id: this.keys.metaId,
      redirect_uri: INSTAGRAM_CALLBACK,
      state: 's1',
      scope: INSTAGRAM_SCOPES.join(','),
      ...more,
    };
    return `facebook://v25.0/dialog/oauth?${new URLSearchParams(query).toString()}`;
  }

  /** Walks the dialog as a person would; by default everything is shared. Resolves with the address at the app. */
  async consent(
    persona: string,
    choice: {
      permissions?: string[];
      pages?: string[];
      instagram?: string[];
      all?: boolean;
      more?: Record<string, string>;
    } = {},
  ): Promise<URL> {
    const { browser } = this;
    await browser.post('facebook://login', { persona, next: '/' });
    const url = this.dialogUrl(choice.more);
    const targets = url.replace('/oauth?', '/oauth/targets?');
    const pages = listAt((await this.control(`personas/${persona}`)).json, 'state.pages');
    const answer = await browser.post(targets, {
      decision: 'continue',
      permission: choice.permissions ?? INSTAGRAM_SCOPES,
      ...(choice.all ? { all: 'yes' } : {}),
      page: choice.pages ?? pages.map((page) => textAt(page, 'id')),
      instagram:
        choice.instagram ?? pages.flatMap((page) => (at(page, 'instagram') ? [textAt(page, 'instagram.id')] : [])),
    });
    return new URL(answer.location ?? '');
  }

  /** Walks the dialog as the persona itself would, habits and all. */
  async usualConsent(persona: string, more: Record<string, string> = {}): Promise<URL> {
    await this.browser.post('facebook://login', { persona, next: '/' });
    const answer = await this.browser.post(this.dialogUrl(more).replace('/oauth?', '/oauth/usual?'));
    return new URL(answer.location ?? '');
  }

  redeemCode(code: string, more: Record<string, string> = {}): Promise<Answer> {
    return this.form('/graph/v25.0/oauth/access_token', {
      client_id: this.keys.metaId,
      client_secret: this.keys.metaSecret,
      redirect_uri: INSTAGRAM_CALLBACK,
      code,
      ...more,
    });
  }

  /** A long-lived user token of that persona. */
  async facebookToken(persona: string, choice: Parameters<TestSandbox['consent']>[1] = {}): Promise<string> {
    return this.longLived(await this.consent(persona, choice));
  }

  async usualToken(persona: string, more: Record<string, string> = {}): Promise<string> {
    return this.longLived(await this.usualConsent(persona, more));
  }

  private async longLived(back: URL): Promise<string> {
    const short = await this.redeemCode(back.searchParams.get('code') ?? '');
    const long = await this.form('/graph/v25.0/oauth/access_token', {
      grant_type: 'fb_exchange_token',
      client_id: this.keys.metaId,
      client_secret: this.keys.metaSecret,
      fb_exchange_token: textAt(short.json, 'access_token'),
    });
    return textAt(long.json, 'access_token');
  }

  debugToken(token: string): Promise<Answer> {
    return this.graph(`debug_token?input_token=${token}`, `${this.keys.metaId}|${this.keys.metaSecret}`);
  }

  proof(token: string): string {
    return createHmac('sha256', this.keys.metaSecret).update(token).digest('hex');
  }

  authorizeUrl(more: Record<string, string> = {}): string {
    const query = {
      client_key: this.keys.tiktokKey,
      response_type: 'code',
      redirect_uri: TIKTOK_CALLBACK,
      state: 's2',
      scope: TIKTOK_SCOPES.join(','),
      ...more,
    };
    return `tiktok://v2/auth/authorize/?${new URLSearchParams(query).toString()}`;
  }

  async authorize(persona: string, scopes: string[] = TIKTOK_SCOPES): Promise<URL> {
    await this.browser.post('tiktok://login', { persona, next: '/' });
    const answer = await this.browser.post(this.authorizeUrl(), { decision: 'authorize', scope: scopes });
    return new URL(answer.location ?? '');
  }

  tiktokForm(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.form(`/tiktok-open/v2/oauth/${path}/`, {
      client_key: this.keys.tiktokKey,
      client_secret: this.keys.tiktokSecret,
      ...fields,
    });
  }

  redeemTikTok(code: string): Promise<Answer> {
    return this.tiktokForm('token', { grant_type: 'authorization_code', code, redirect_uri: TIKTOK_CALLBACK });
  }

  async tiktokTokens(persona: string, scopes?: string[]): Promise<{ access: string; refresh: string }> {
    const back = await this.authorize(persona, scopes);
    const { json } = await this.redeemTikTok(back.searchParams.get('code') ?? '');
    return { access: textAt(json, 'access_token'), refresh: textAt(json, 'refresh_token') };
  }

  refresh(token: string): Promise<Answer> {
    return this.tiktokForm('token', { grant_type: 'refresh_token', refresh_token: token });
  }

  tiktok(path: string, token: string, body?: object): Promise<Answer> {
    const headers = { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) };
    return this.call(`/tiktok-open/v2/${path}`, {
      method: body ? 'POST' : 'GET',
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }

  ttcm(path: string, body?: object, token = this.keys.ttcmToken): Promise<Answer> {
    const headers = { 'access-token': token, ...(body ? { 'content-type': 'application/json' } : {}) };
    return this.call(`/tiktok-business/open_api/v1.3/${path}`, {
      method: body ? 'POST' : 'GET',
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }

  authUrl(more: Record<string, string> = {}): string {
    return `google://${this.authPath('', more)}`;
  }

  /** Walks the consent page as a person would; by default everything is ticked. Resolves with the address at the app. */
  async googleConsent(
    persona: string,
    choice: { scopes?: string[]; identity?: string; more?: Record<string, string>; decision?: string } = {},
  ): Promise<URL> {
    await this.browser.post('google://login', { persona, next: '/' });
    const answer = await this.browser.post(`google://${this.authPath('/consent', choice.more)}`, {
      identity: choice.identity ?? 'self',
      scope: choice.scopes ?? YOUTUBE_SCOPES,
      decision: choice.decision ?? 'continue',
    });
    if (answer.location === undefined) throw new Error(`no way back: ${answer.status} ${answer.body.slice(0, 2_000)}`);
    return new URL(answer.location);
  }

  googleForm(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.form(`/google-oauth/${path}`, {
      client_id: this.keys.googleId,
      client_secret: this.keys.googleSecret,
      ...fields,
    });
  }

  redeemGoogle(code: string, more: Record<string, string> = {}): Promise<Answer> {
    return this.googleForm('token', {
      grant_type: 'authorization_code',
      code,
      redirect_uri: YOUTUBE_CALLBACK,
      code_verifier: VERIFIER,
      ...more,
    });
  }

  async googleTokens(
    persona: string,
    choice: Parameters<TestSandbox['googleConsent']>[1] = {},
  ): Promise<{ access: string; refresh: string; json: unknown }> {
    const back = await this.googleConsent(persona, choice);
    const { json } = await this.redeemGoogle(back.searchParams.get('code') ?? '');
    return { access: textAt(json, 'access_token'), refresh: textAt(json, 'refresh_token'), json };
  }

  refreshGoogle(token: string): Promise<Answer> {
    return this.googleForm('token', { grant_type: 'refresh_token', refresh_token: token });
  }

  youtube(path: string, token: string): Promise<Answer> {
    return this.call(`/google-youtube/youtube/v3/${path}`, { headers: { authorization: `Bearer ${token}` } });
  }

  analytics(query: Record<string, string>, token: string): Promise<Answer> {
    const all = { ids: 'channel==MINE', startDate: '2026-01-01', endDate: '2030-01-01', metrics: 'views', ...query };
    return this.call(`/google-analytics/v2/reports?${new URLSearchParams(all).toString()}`, {
      headers: { authorization: `Bearer ${token}` },
    });
  }

  private authPath(step: string, more: Record<string, string> = {}): string {
    const query = {
      client_id: this.keys.googleId,
      redirect_uri: YOUTUBE_CALLBACK,
      response_type: 'code',
      access_type: 'offline',
      state: 's3',
      nonce: 'n3',
      scope: YOUTUBE_SCOPES.join(' '),
      code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
      code_challenge_method: 'S256',
      ...more,
    };
    const given = Object.entries(query).filter(([, value]) => value !== '');
    return `o/oauth2/v2/auth${step}?${new URLSearchParams(given).toString()}`;
  }
}
