import {
  type GrantTokens,
  InstagramGrants,
  PlatformError,
  type PlatformGrants,
  SecretText,
  TikTokGrants,
  YouTubeGrants,
} from '@creator-connect/platforms';
import { Secret } from '@creator-connect/security';
import type OAuth2Strategy from 'passport-oauth2';
import { ConnectFacebookStrategy } from './facebook.strategy';
import { GoogleStrategy } from './google.strategy';
import { runStrategy, StrategyRefusal } from './run-strategy';
import { TikTokStrategy } from './tiktok.strategy';

const options = { profile: 'production' } as const;
const instagram = new InstagramGrants({ appId: '1385', appSecret: Secret.of('secret'), apiVersion: 'v25.0' }, options);
const tiktok = new TikTokGrants({ clientKey: 'key-1', clientSecret: Secret.of('secret') }, options);
const redirectUri = (name: string) => `https://connect.example.com/oauth/${name}/callback`;
const tokens = { accessToken: new SecretText('t') } as unknown as GrantTokens;

function strategyOf(platform: 'instagram' | 'tiktok', exchange: PlatformGrants['exchange']): OAuth2Strategy {
  if (platform === 'tiktok') {
    const urls = { authorizeUrl: 'https://www.tiktok.com', openApiUrl: 'https://open.tiktokapis.com' };
    const scopes = [...tiktok.scopes.required, ...tiktok.scopes.optional];
    return new TikTokStrategy(
      { ...urls, clientKey: 'key-1', redirectUri: redirectUri(platform), scopes },
      { exchange },
    );
  }
  const urls = { dialogUrl: 'https://www.facebook.com', graphUrl: 'https://graph.facebook.com', apiVersion: 'v25.0' };
  const scopes = instagram.scopes.required;
  return new ConnectFacebookStrategy(
    { ...urls, appId: '1385', redirectUri: redirectUri(platform), scopes },
    { exchange },
  );
}

const start = async (strategy: OAuth2Strategy, state: string, more = {}) => {
  const outcome = await runStrategy(strategy, { query: {}, state }, more);
  if (outcome.kind !== 'redirect') throw new Error('expected a redirect');
  const url = new URL(outcome.url);
  return { page: url.origin + url.pathname, fields: Object.fromEntries(url.searchParams) };
};
const pageOf = (text: string) => {
  const url = new URL(text);
  return { page: url.origin + url.pathname, fields: Object.fromEntries(url.searchParams) };
};

describe.each(['instagram', 'tiktok'] as const)('the strategy for %s', (platform) => {
  const grants = platform === 'tiktok' ? tiktok : instagram;
  const never: PlatformGrants['exchange'] = () => Promise.reject(new Error('not asked for'));

  it('sends the browser where the platform client would', async () => {
    const strategy = strategyOf(platform, never);
    const input = { redirectUri: redirectUri(platform), state: 'state-1' };
    expect(await start(strategy, 'state-1')).toEqual(pageOf(grants.authorizationUrl(input)));
    const again = await start(strategy, 'state-1', { authType: 'rerequest' });
    expect(again).toEqual(pageOf(grants.authorizationUrl({ ...input, ask: 'rerequest' })));
  });

  it('keeps concurrent attempts apart', async () => {
    const strategy = strategyOf(platform, never);
    const started = await Promise.all(['a', 'b', 'c'].map((state) => start(strategy, state)));
    expect(started.map(({ fields }) => fields['state'])).toEqual(['a', 'b', 'c']);
  });

  it('exchanges a code through the platform client, with the registered address', async () => {
    const asked: unknown[] = [];
    const strategy = strategyOf(platform, async ({ code, redirectUri: uri }) => {
      asked.push(code.reveal(), uri);
      return tokens;
    });
    const outcome = await runStrategy(strategy, { query: { code: 'c', state: 's' }, state: 's' });
    expect(outcome).toEqual({ kind: 'success', user: tokens });
    expect(asked).toEqual(['c', redirectUri(platform)]);
  });

  it('exchanges nothing for another state, and hands the platform’s refusal on as it is', async () => {
    const strategy = strategyOf(platform, never);
    const other = runStrategy(strategy, { query: { code: 'c', state: 's' }, state: 'another' });
    await expect(other).rejects.toBeInstanceOf(StrategyRefusal);
    const refusal = new PlatformError({ kind: 'transient' }, { api: platform, operation: 'exchange_code' });
    const refusing = strategyOf(platform, () => Promise.reject(refusal));
    await expect(runStrategy(refusing, { query: { code: 'c', state: 's' }, state: 's' })).rejects.toBe(refusal);
  });
});

describe('the strategy for youtube', () => {
  const clientId = '1.apps.example';
  const youtube = new YouTubeGrants({ clientId, clientSecret: Secret.of('secret') }, options);
  const codeVerifier = Secret.of('v'.repeat(43));
  const strategyFor = (exchange: PlatformGrants['exchange']) =>
    new GoogleStrategy(
      {
        clientId,
        authorizeUrl: 'https://accounts.google.com',
        oauthUrl: 'https://oauth2.googleapis.com',
        redirectUri: redirectUri('youtube'),
        scopes: youtube.scopes.required,
      },
      { exchange },
    );

  it('sends the browser where the platform client would, with the challenge and without the verifier', async () => {
    const never = () => Promise.reject(new Error('not asked for'));
    const started = await start(strategyFor(never), 'state-1', { codeVerifier });
    const input = { redirectUri: redirectUri('youtube'), state: 'state-1', codeVerifier };
    expect(started).toEqual(pageOf(youtube.authorizationUrl(input)));
    expect(JSON.stringify(started)).not.toContain(codeVerifier.reveal());
  });

  it('exchanges a code with the verifier of the attempt', async () => {
    const asked: unknown[] = [];
    const strategy = strategyFor(async (exchange) => {
      asked.push(exchange.code.reveal(), exchange.redirectUri, exchange.codeVerifier?.reveal());
      return tokens;
    });
    await runStrategy(strategy, { query: { code: 'c', state: 's' }, state: 's' }, { codeVerifier });
    expect(asked).toEqual(['c', redirectUri('youtube'), codeVerifier.reveal()]);
  });
});
