import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import {
  AccountStateChanged,
  trackingSource,
  type AuthState,
  type MarketplaceState,
  type Platform,
} from '@creator-connect/contracts';
import { TestService, until } from '@creator-connect/messaging/testing';
import { loadConfig } from '@creator-connect/observability';
import { SecretText, YouTubeGrants } from '@creator-connect/platforms';
import { call, consentAt, form, Sandbox } from '@creator-connect/platforms/testing';
import type { Identity } from '@creator-connect/security';
import { TestIdentities } from '@creator-connect/security/testing';
import { AppModule } from '../../../src/app.module';
import { CollectAccountHandler } from '../../../src/collection/collect-account/collect-account.handler';
import type { ReportedCampaign } from '../../../src/campaign-reports/domain/reported-campaign';
import { collectorConfigSchema } from '../../../src/collector.config';
import { migrations } from '../../../src/migrations';
import { PlayedMarketplace } from './played-marketplace';

interface Lease {
  accessToken: string;
  expiresAt: null;
  grantVersion: number;
  platformAccountId: string;
  scopes: string[];
}

export interface Creator {
  organisationId: string;
  influencerId: string;
  accountId: string;
}

export interface PlayedAccount {
  organisationId: string;
  influencerId: string;
  platform: 'tiktok' | 'instagram' | 'youtube';
  marketplace: 'TTCM' | 'INVITED' | 'NON_TTCM' | null;
}

export interface FeedRow {
  status: string;
  last_error: string | null;
  due_at: Date;
  /** Not due for the next second at least. */
  waits: boolean;
  collected: boolean;
}

export interface StateChange {
  from: AuthState;
  to: AuthState;
  platform?: Platform;
  cause?: string;
  paused?: boolean;
  /** Default: a TikTok account is in no marketplace. */
  marketplace?: MarketplaceState;
  /** Default: while it is authenticated and not paused. */
  tracked?: boolean;
}

const scopes = 'user.info.basic,user.info.profile,user.info.stats,video.list';
const publicUrl = 'http://localhost:4400';
const redirectUri = `${publicUrl}/oauth/tiktok/callback`;

/** The collector with the sandbox as TikTok and Google; oauth and accounts are played as far as it asks them. */
export class CollectorFixture {
  readonly sandbox = new Sandbox();
  readonly identities = new TestIdentities();
  /** By social account; without one oauth says that there is no authorization. */
  readonly leases = new Map<string, Lease>();
  /** By social account: its id at the platform, as accounts knows it. */
  readonly platformIds = new Map<string, string>();
  /** By social account: the handle of one that TikTok names by nothing else. */
  readonly handles = new Map<string, string>();
  marketplace!: PlayedMarketplace;
  /** By campaign; what accounts would answer, and whose it is. */
  readonly campaigns = new Map<string, ReportedCampaign & { organisationId: string }>();
  /** By social account; what accounts would answer, and whose it is. */
  readonly accounts = new Map<string, PlayedAccount>();
  /** By the id of the account: how many items of contact information reports hold of it. */
  readonly vendorContacts = new Map<string, number>();
  /** Of the removals that were asked for. */
  readonly vendorContactRemovals = new Map<string, string>();
  /** Accounts whose removals are done, but not answered in time. */
  readonly lateWithContacts = new Set<string>();
  service!: TestService;
  private peers!: Server;

  static async start(): Promise<CollectorFixture> {
    const fixture = new CollectorFixture();
    await fixture.sandbox.start(publicUrl);
    fixture.marketplace = new PlayedMarketplace(fixture.sandbox);
    const peersUrl = await fixture.playPeers();
    fixture.service = await TestService.start({
      service: 'collector',
      migrations,
      module: (env) => AppModule.with(loadConfig(collectorConfigSchema, env)),
      env: {
        ...fixture.identities.env('collector'),
        OAUTH_URL: peersUrl,
        ACCOUNTS_URL: peersUrl,
        TTCM_URL: peersUrl,
        TIKTOK_OPEN_API_URL: fixture.sandbox.at('/tiktok-open'),
        GOOGLE_YOUTUBE_URL: fixture.sandbox.at('/google-youtube'),
        GOOGLE_ANALYTICS_URL: fixture.sandbox.at('/google-analytics'),
        GOOGLE_API_KEY: fixture.sandbox.googleApiKey,
      },
    });
    return fixture;
  }

  async stop(): Promise<void> {
    await this.service?.stop();
    await this.marketplace?.close();
    await this.sandbox.stop();
    await new Promise((resolve) => this.peers.close(resolve));
    this.identities.remove();
  }

  /** Everybody's way in, for the table of who may call what. */
  get door() {
    return { app: this.service.app, headers: (identity: Identity) => this.identities.headers(identity, 'collector') };
  }

  async call(identity: Identity, method: 'GET' | 'POST' | 'PUT', url: string, body?: object) {
    return this.service.call(method, url, await this.identities.headers(identity, 'collector'), body);
  }

  /** A consent at the pretended TikTok, and its token where oauth would lease it. */
  async authorize(socialAccountId: string, persona: string): Promise<void> {
    const query = new URLSearchParams({
      client_key: this.sandbox.tiktokKey,
      scope: scopes,
      response_type: 'code',
      redirect_uri: redirectUri,
      state: 'state',
    });
    const back = await consentAt(this.sandbox.site('tiktok', `/v2/auth/authorize/?${query}`), { persona });
    const exchange = form([
      ['client_key', this.sandbox.tiktokKey],
      ['client_secret', this.sandbox.tiktokSecret],
      ['grant_type', 'authorization_code'],
      ['redirect_uri', redirectUri],
      ['code', new URL(back).searchParams.get('code') ?? ''],
    ]);
    const { body } = await call(this.sandbox.at('/tiktok-open/v2/oauth/token/'), exchange);
    const answer = body as { access_token: string; open_id: string };
    this.leases.set(socialAccountId, {
      accessToken: answer.access_token,
      expiresAt: null,
      grantVersion: 1,
      platformAccountId: answer.open_id,
      scopes: scopes.split(','),
    });
  }

  /** The same at the pretended Google. */
  async authorizeYouTube(socialAccountId: string, persona: string): Promise<void> {
    const { googleId: clientId, googleSecret } = this.sandbox;
    const hosts = {
      authorizeUrl: this.sandbox.site('google'),
      oauthUrl: this.sandbox.at('/google-oauth'),
      certsUrl: this.sandbox.at('/google-oauth/certs'),
      dataUrl: this.sandbox.at('/google-youtube'),
    };
    const google = new YouTubeGrants(
      { clientId, clientSecret: new SecretText(googleSecret), ...hosts },
      { profile: 'local' },
    );
    try {
      const redirectUri = `${publicUrl}/oauth/youtube/callback`;
      const codeVerifier = new SecretText(randomBytes(32).toString('base64url'));
      const page = google.authorizationUrl({ state: 'state', redirectUri, codeVerifier });
      const code = new URL(await consentAt(page, { persona })).searchParams.get('code') ?? '';
      const exchange = { code: new SecretText(code), redirectUri, codeVerifier };
      const { accessToken, scopes: granted } = await google.exchange(exchange);
      const [channel] = await google.candidates(accessToken);
      this.leases.set(socialAccountId, {
        accessToken: accessToken.reveal(),
        expiresAt: null,
        grantVersion: 1,
        platformAccountId: channel?.id ?? '',
        scopes: [...(granted ?? [])],
      });
    } finally {
      await google.close();
    }
  }

  /** The id of a channel of the pretended YouTube, by its handle. */
  async channelId(handle: string): Promise<string> {
    const path = `/google-youtube/youtube/v3/channels?part=id&forHandle=@${handle}`;
    const { body } = await call(this.sandbox.at(path), { headers: { 'x-goog-api-key': this.sandbox.googleApiKey } });
    return (body['items'] as { id: string }[])[0]!.id;
  }

  async feed({ accountId }: Creator): Promise<FeedRow> {
    const [row] = await this.service.database.query<FeedRow>(
      `SELECT status, last_error, due_at, due_at > now() + interval '1 second' AS waits,
              collected_at IS NOT NULL AS collected FROM collector.feeds WHERE id = $1`,
      [accountId],
    );
    return row!;
  }

  /** Waits for the end of the run that is under way. */
  collected(creator: Creator): Promise<boolean> {
    return until('the run is over', async () => (await this.feed(creator)).collected, 30_000);
  }

  /** A full run, now. */
  async runAgain({ accountId }: Creator): Promise<void> {
    await this.service.database.query(
      'UPDATE collector.feeds SET collected_at = NULL, next_full_at = NULL, due_at = now() WHERE id = $1',
      [accountId],
    );
  }

  /** As if that much time had gone by since everything that is stored of the account. */
  async daysPass({ accountId }: Creator, days: number): Promise<void> {
    for (const [table, key, columns] of [
      ['metric_history', 'account_id', ['as_of']],
      ['collection_gaps', 'account_id', ['began_at', 'ended_at']],
      ['feeds', 'id', ['collected_at', 'grant_proven_at', 'told_openly_at']],
    ] as const) {
      const moved = columns.map((column) => `${column} = ${column} - make_interval(days => $2)`).join(', ');
      await this.service.database.query(`UPDATE collector.${table} SET ${moved} WHERE ${key} = $1`, [accountId, days]);
    }
  }

  async dueNow({ accountId }: Creator): Promise<void> {
    await this.service.database.query('UPDATE collector.feeds SET due_at = now() WHERE id = $1', [accountId]);
  }

  /** The next turn, now, and its end. */
  async nextTurn(creator: Creator): Promise<void> {
    const { accountId } = creator;
    const collectedAt = async () => {
      const [row] = await this.service.database.query<{ collected_at: Date }>(
        'SELECT collected_at FROM collector.feeds WHERE id = $1',
        [accountId],
      );
      return row!.collected_at.getTime();
    };
    const before = await collectedAt();
    await this.dueNow(creator);
    await until('the next run is over', async () => (await collectedAt()) > before, 30_000);
  }

  /** How the runs over this account end that begin from now on, in order. */
  watchRuns({ accountId }: Creator): { ends: Promise<string>[] } {
    const collect = this.service.app.get(CollectAccountHandler);
    const handle = collect.handle.bind(collect);
    const ends: Promise<string>[] = [];
    jest.spyOn(collect, 'handle').mockImplementation((lease) => {
      const end = handle(lease);
      if (lease.accountId === accountId) ends.push(end);
      return end;
    });
    return { ends };
  }

  /** What was published about this account. */
  async published(type: string, { accountId }: Creator): Promise<Record<string, unknown>[]> {
    return (await this.service.published(type)).filter((event) => event['accountId'] === accountId);
  }

  /** What accounts says of an account's state; returns the event's id when the collector has dealt with it. */
  async tellState(creator: Creator, change: StateChange, version: number): Promise<string> {
    const { from, to, platform = 'tiktok', cause = 'authorized', paused = false } = change;
    const { tracked = to === 'AUTHENTICATED' && !paused } = change;
    const marketplace = platform === 'tiktok' ? (change.marketplace ?? 'NON_TTCM') : null;
    const facts = { platform, authState: to, marketplace, revoked: false, paused: false };
    const id = await this.service.publish(
      AccountStateChanged,
      {
        ...creator,
        platform,
        from,
        to,
        marketplace,
        tracked,
        paused,
        source: tracked ? trackingSource(facts) : null,
        cause,
        actor: 'person',
        at: new Date().toISOString(),
      },
      version,
    );
    await until('the change is handled', () => this.service.isHandled(id), 20_000);
    return id;
  }

  private async playPeers(): Promise<string> {
    this.peers = createServer((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const url = new URL(incoming.url ?? '', 'http://peers');
        const body = Buffer.concat(chunks).toString();
        void this.answer(incoming.method ?? '', url, body).then(({ status, retryAfter, body: answer }) => {
          const headers = { 'content-type': 'application/json', ...(retryAfter && { 'retry-after': retryAfter }) };
          response.writeHead(status, headers).end(JSON.stringify(answer));
        });
      });
    });
    await new Promise<void>((resolve) => this.peers.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.peers.address() as AddressInfo).port}`;
  }

  private async answer(
    method: string,
    url: URL,
    body: string,
  ): Promise<{ status: number; body: object; retryAfter?: number }> {
    const post = method === 'POST';
    const read = post ? await this.marketplace.answer(url.pathname, JSON.parse(body)) : undefined;
    if (read) return read;
    const contacts = this.contacts(method, url, body);
    if (contacts) return contacts;
    const found = post ? this.lease(body) : (this.account(url) ?? this.campaign(url));
    const none = { status: 404, code: 'oauth.no_authorization', title: 'x', nextStep: 'x' };
    const missing = post ? none : { ...none, code: 'accounts.not_found' };
    return found ? { status: 200, body: found } : { status: 404, body: missing };
  }

  private lease(body: string): Lease | undefined {
    return this.leases.get((JSON.parse(body) as { socialAccountId: string }).socialAccountId);
  }

  private contacts(method: string, { pathname }: URL, body: string): { status: number; body: object } | undefined {
    const id = /^\/internal\/social-accounts\/([^/]+)\/vendor-contact/.exec(pathname)?.[1];
    if (id === undefined) return undefined;
    const contacts = this.vendorContacts.get(id) ?? 0;
    if (method === 'POST') {
      this.vendorContacts.delete(id);
      this.vendorContactRemovals.set(id, (JSON.parse(body) as { purgeId: string }).purgeId);
      if (this.lateWithContacts.has(id)) return { status: 503, body: {} };
    }
    return { status: 200, body: { contacts } };
  }

  private account({ pathname, searchParams }: URL): object | undefined {
    const id = /^\/internal\/social-accounts\/([^/]+)$/.exec(pathname)?.[1] ?? '';
    const account = this.accounts.get(id);
    if (account) return account.organisationId === searchParams.get('organisationId') ? account : undefined;
    const handle = this.handles.get(id);
    const platformAccountId = this.platformIds.get(id) ?? null;
    return handle === undefined && platformAccountId === null ? undefined : { platformAccountId, handle };
  }

  /** One influencer a page, so that pages are put together. */
  private campaign({ pathname, searchParams }: URL): object | undefined {
    const campaign = this.campaigns.get(pathname.split('/')[3] ?? '');
    if (campaign?.organisationId !== searchParams.get('organisationId')) return undefined;
    const { influencers, startsOn, endsOn } = campaign!;
    const at = influencers.findIndex(({ id }) => id === searchParams.get('after')) + 1;
    const page = influencers.slice(at, at + 1);
    return { startsOn, endsOn, influencers: page, next: at + 1 < influencers.length ? page[0]!.id : null };
  }
}

/** The other way a race can end. */
export const aWhile = (milliseconds: number): Promise<string> =>
  setTimeout(milliseconds, 'still under way', { ref: false });
