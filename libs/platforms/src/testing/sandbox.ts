import { randomBytes } from 'node:crypto';
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { call, form, json } from './http';

export interface PlatformCall {
  seq: number;
  at: string;
  milliseconds: number;
  fault?: string;
  tokenFingerprint?: string;
  operation: string;
  status: number;
  error?: string;
}

/** The real sandbox process, playing Meta, TikTok, Google and the TikTok Creator Marketplace. */
export class Sandbox {
  readonly metaAppId = String(randomBytes(6).readUIntBE(0, 6));
  readonly metaAppSecret = randomBytes(16).toString('hex');
  /** Page token of `discoveryAccount`, which others can be looked up with. */
  readonly discoveryToken = randomBytes(16).toString('hex');
  readonly discoveryAccount = '17841000000000116';
  readonly metaVerifyToken = randomBytes(16).toString('hex');
  readonly tiktokKey = `key${randomBytes(4).toString('hex')}`;
  readonly tiktokSecret = randomBytes(16).toString('hex');
  readonly googleId = `${randomBytes(6).readUIntBE(0, 6)}.apps.googleusercontent.com`;
  readonly googleSecret = randomBytes(16).toString('hex');
  readonly googleApiKey = randomBytes(16).toString('hex');
  readonly ttcmAppId = '701';
  readonly ttcmAppSecret = randomBytes(16).toString('hex');
  readonly ttcmAccount = '7001';
  port = 0;
  private child: ChildProcess | undefined;

  async start(publicUrl: string): Promise<void> {
    const env = {
      PATH: process.env['PATH'],
      PORT: '0',
      CONNECT_SUPERVISED: '1',
      SANDBOX_META_APP_ID: this.metaAppId,
      SANDBOX_META_APP_SECRET: this.metaAppSecret,
      SANDBOX_META_DISCOVERY_TOKEN: this.discoveryToken,
      SANDBOX_TIKTOK_CLIENT_KEY: this.tiktokKey,
      SANDBOX_TIKTOK_CLIENT_SECRET: this.tiktokSecret,
      SANDBOX_GOOGLE_CLIENT_ID: this.googleId,
      SANDBOX_GOOGLE_CLIENT_SECRET: this.googleSecret,
      SANDBOX_GOOGLE_API_KEY: this.googleApiKey,
      SANDBOX_TTCM_APP_ID: this.ttcmAppId,
      SANDBOX_TTCM_APP_SECRET: this.ttcmAppSecret,
      SANDBOX_TTCM_ACCESS_TOKEN: randomBytes(16).toString('hex'),
      SANDBOX_TTCM_ACCOUNT_ID: this.ttcmAccount,
      SANDBOX_REDIRECT_URIS: ['instagram', 'tiktok', 'youtube', 'ttcm']
        .map((name) => `${publicUrl}/oauth/${name}/callback`)
        .join(','),
      SANDBOX_META_DEAUTHORIZE_URL: `${publicUrl}/webhooks/instagram/deauthorize`,
      SANDBOX_META_DATA_DELETION_URL: `${publicUrl}/webhooks/instagram/data-deletion`,
      SANDBOX_META_WEBHOOK_URL: `${publicUrl}/webhooks/instagram/changes`,
      SANDBOX_META_VERIFY_TOKEN: this.metaVerifyToken,
      SANDBOX_TIKTOK_WEBHOOK_URL: `${publicUrl}/webhooks/tiktok`,
      SANDBOX_GOOGLE_RISC_URL: `${publicUrl}/webhooks/youtube`,
    };
    const main = join(__dirname, '../../../../services/sandbox/dist/main.js');
    this.child = fork(main, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
    this.port = await new Promise<number>((resolve, reject) => {
      this.child!.once('message', (message) => resolve((message as { port: number }).port));
      this.child!.once('exit', () => reject(new Error('the sandbox did not start; is it built?')));
    });
  }

  async stop(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.disconnect();
    await ended;
  }

  /** An address of the box for servers. */
  at(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  /** An address on one of its sites for browsers. */
  site(name: 'facebook' | 'tiktok' | 'google', path = ''): string {
    return `http://${name}.localhost:${this.port}${path}`;
  }

  async fault(
    fault: { platform: 'facebook' | 'tiktok' | 'ttcm' | 'google'; kind: string } & Record<string, unknown>,
  ): Promise<void> {
    await this.control('/control/faults', json(fault));
  }

  /** As it was when it started. */
  async reset(): Promise<void> {
    await this.control('/control/reset', json({}));
  }

  async clearFaults(): Promise<void> {
    await this.control('/control/faults', { method: 'DELETE' });
  }

  async does(persona: string, action: string, fields: Record<string, unknown> = {}): Promise<void> {
    await this.control(`/control/personas/${persona}/${action}`, json(fields));
  }

  async settings(settings: Record<string, unknown>): Promise<void> {
    await this.control('/control/settings', json(settings));
  }

  async advance(seconds: number): Promise<void> {
    await this.control('/control/clock', json({ advanceSeconds: seconds, endsToldIn: 'sandbox' }));
  }

  /** Everything that was called since the mark. */
  async calls(operation: string, since = 0): Promise<PlatformCall[]> {
    const answer = await this.control(`/control/calls?since=${since}&operation=${operation}`);
    return answer.body['calls'] as PlatformCall[];
  }

  /** Every call with a token of this person's since the mark. */
  async callsOf(persona: string, since: number): Promise<PlatformCall[]> {
    return (await this.control(`/control/calls?since=${since}&persona=${persona}`)).body['calls'] as PlatformCall[];
  }

  async mark(): Promise<number> {
    return (await this.control('/control/calls')).body['next'] as number;
  }

  async leaks(): Promise<{ documented?: boolean }[]> {
    const answer = await this.control('/control/leaks');
    return (answer.body['leaks'] ?? []) as { documented?: boolean }[];
  }

  async state(): Promise<Record<string, unknown>> {
    return (await this.control('/control/state')).body;
  }

  private async control(path: string, init = {}): Promise<Awaited<ReturnType<typeof call>>> {
    const answer = await call(this.at(path), init);
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    return answer;
  }
}

export interface Consent {
  persona: string;
  /** What is ticked; everything asked when absent. */
  scopes?: string[];
  decision?: 'accept' | 'cancel';
  /** Facebook: clicks through the dialog as this persona does; all else is left to their habits. */
  usual?: true;
  /** Facebook: what is ticked; every Page and account, future ones too, when absent. */
  pages?: string[];
  instagram?: string[];
  /** Google: the brand account that is chosen; the person's own when absent. */
  identity?: string;
}

/** A person at the platform's pages; gives back the address that the platform sends the browser to. */
export async function consentAt(redirectTo: string, consent: Consent): Promise<string> {
  const dialog = new URL(redirectTo);
  const next = dialog.pathname + dialog.search;
  const login = await call(
    new URL('/login', dialog),
    form([
      ['persona', consent.persona],
      ['next', next],
    ]),
  );
  const cookie = login.setCookies.map((line) => line.split(';')[0]).join('; ');
  const asked = (dialog.searchParams.get('scope') ?? '').split(/[ ,]/);
  const isGoogle = dialog.hostname.startsWith('google');
  const isTikTok = dialog.hostname.startsWith('tiktok');
  const ticked = (consent.scopes ?? asked).map((scope): [string, string] => [
    isTikTok || isGoogle ? 'scope' : 'permission',
    scope,
  ]);
  const accept = isTikTok ? 'authorize' : 'continue';
  const decision = consent.decision === 'cancel' ? 'cancel' : accept;
  const step = isGoogle ? '/consent' : isTikTok ? '' : consent.usual ? '/usual' : '/targets';
  const targets: [string, string][] = isGoogle ? [['identity', consent.identity ?? 'self']] : targetsOf(consent);
  const sent = form([...ticked, ...(isTikTok ? [] : targets), ['decision', decision]]);
  const answer = await call(new URL(dialog.pathname + step + dialog.search, dialog), {
    ...sent,
    headers: { ...sent.headers, cookie, origin: dialog.origin },
  });
  const location = answer.headers['location'];
  if (typeof location !== 'string')
    throw new Error(`the dialog answered ${answer.status}: ${answer.text.slice(0, 500)}`);
  return location;
}

/** An owner of the agency at TikTok's portal; gives back the address that the portal sends the browser to. */
export async function agencyConsentAt(
  redirectTo: string,
  { scopes = ['13020000', '13030000', '14010100', '14020100'], decision = 'allow' }: AgencyConsent = {},
): Promise<string> {
  const portal = new URL(redirectTo);
  const fields = [...scopes.map((scope): [string, string] => ['scope', scope]), ['decision', decision]];
  const sent = form(fields as [string, string][]);
  const answer = await call(portal, { ...sent, headers: { ...sent.headers, origin: portal.origin } });
  const location = answer.headers['location'];
  if (typeof location !== 'string') throw new Error(`the portal answered ${answer.status}`);
  return location;
}

export interface AgencyConsent {
  scopes?: string[];
  decision?: 'allow' | 'cancel';
}

function targetsOf({ pages, instagram }: Consent): [string, string][] {
  if (!pages) return [['all', 'yes']];
  const named = (name: string, ids: string[]) => ids.map((id): [string, string] => [name, id]);
  return [...named('page', pages), ...named('instagram', instagram ?? [])];
}
