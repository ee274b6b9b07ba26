import {
  AgencyAuthorization,
  LegacyMarketplaceClient,
  PlatformError,
  SecretText,
  TtcmApi,
} from '@creator-connect/platforms';
import { agencyConsentAt, type Sandbox } from '@creator-connect/platforms/testing';

interface Answer {
  status: number;
  body: object;
  retryAfter?: number;
}

const problem = (status: number, code: string): Answer => ({
  status,
  body: { status, code, title: 'x', nextStep: 'x' },
});

/** The ttcm service as far as the collector asks it: it reads the sandbox with the agency's token of an organisation. */
export class PlayedMarketplace {
  /** By organisation. */
  readonly #clients = new Map<string, LegacyMarketplaceClient>();
  /** Every question, in order. */
  readonly asked: string[] = [];
  /** Awaited before each answer. */
  before: () => Promise<void> = async () => {};
  readonly #api: TtcmApi;

  constructor(private readonly sandbox: Sandbox) {
    this.#api = new TtcmApi({ apiUrl: sandbox.at('/tiktok-business/open_api') }, { profile: 'local' });
  }

  async connect(organisationId: string): Promise<void> {
    const { ttcmAppId: appId, ttcmAppSecret, ttcmAccount: accountId } = this.sandbox;
    const app = { appId, appSecret: new SecretText(ttcmAppSecret), portalUrl: this.sandbox.site('tiktok') };
    const agency = new AgencyAuthorization(this.#api, app, 'local');
    const redirectUri = 'http://localhost:4400/oauth/ttcm/callback';
    const back = new URL(await agencyConsentAt(agency.authorizationUrl({ redirectUri, state: 'state' })));
    const { accessToken } = await agency.exchange(new SecretText(back.searchParams.get('auth_code') ?? ''));
    this.#clients.set(organisationId, new LegacyMarketplaceClient(this.#api, { accessToken, accountId }));
  }

  async answer(path: string, body: Record<string, string>): Promise<Answer | undefined> {
    if (!path.startsWith('/internal/creator-')) return undefined;
    this.asked.push(path);
    const client = this.#clients.get(body['organisationId'] ?? '');
    if (!client) return problem(409, 'ttcm.not_connected');
    await this.before();
    const { handle = '', after } = body;
    try {
      if (path.endsWith('-profiles')) return { status: 200, body: await client.creator(handle) };
      const page = await client.creatorPosts({ handle, ...(after && { after }) }).next();
      return { status: 200, body: page.value! };
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      if (error.kind === 'throttled') return { ...problem(503, 'ttcm.unavailable'), retryAfter: 300 };
      return error.kind === 'not_eligible' ? problem(409, 'ttcm.not_a_member') : problem(503, 'ttcm.unavailable');
    }
  }

  async close(): Promise<void> {
    await this.#api.close();
  }
}
