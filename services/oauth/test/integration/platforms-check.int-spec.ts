import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Sandbox } from '@creator-connect/platforms/testing';

const cli = join(__dirname, '../../../../deploy/connect/dist/cli.js');

describe('the check of the platforms', () => {
  const sandbox = new Sandbox();
  const publicUrl = 'http://localhost:1';

  beforeAll(() => sandbox.start(publicUrl));
  afterAll(() => sandbox.stop());

  const check = (change: NodeJS.ProcessEnv = {}) =>
    promisify(execFile)(process.execPath, [cli, 'platforms', 'check'], {
      env: {
        PATH: process.env['PATH'],
        CONNECT_PROFILE: 'local',
        PUBLIC_URL: publicUrl,
        META_APP_ID: sandbox.metaAppId,
        META_APP_SECRET: sandbox.metaAppSecret,
        META_GRAPH_URL: sandbox.at('/graph'),
        META_DISCOVERY_TOKEN: sandbox.discoveryToken,
        META_DISCOVERY_ACCOUNT_ID: sandbox.discoveryAccount,
        META_DIALOG_URL: sandbox.site('facebook'),
        TIKTOK_CLIENT_KEY: sandbox.tiktokKey,
        TIKTOK_CLIENT_SECRET: sandbox.tiktokSecret,
        TIKTOK_OPEN_API_URL: sandbox.at('/tiktok-open'),
        TIKTOK_AUTHORIZE_URL: sandbox.site('tiktok'),
        GOOGLE_CLIENT_ID: sandbox.googleId,
        GOOGLE_CLIENT_SECRET: sandbox.googleSecret,
        GOOGLE_API_KEY: sandbox.googleApiKey,
        GOOGLE_YOUTUBE_URL: sandbox.at('/google-youtube'),
        GOOGLE_OAUTH_URL: sandbox.at('/google-oauth'),
        GOOGLE_AUTHORIZE_URL: sandbox.site('google'),
        TTCM_APP_ID: sandbox.ttcmAppId,
        TTCM_APP_SECRET: sandbox.ttcmAppSecret,
        TTCM_PORTAL_URL: sandbox.site('tiktok'),
        TTCM_API_URL: sandbox.at('/tiktok-business/open_api'),
        ...change,
      },
    });

  it('says that all accept our credentials, and what to register', async () => {
    const { stdout } = await check();
    expect(stdout.match(/credentials: accepted/g)).toHaveLength(6);
    expect(stdout).toContain(`${publicUrl}/webhooks/youtube`);
    expect(stdout).toContain(`${publicUrl}/webhooks/instagram/data-deletion`);
    expect(stdout).toContain(`${publicUrl}/oauth/tiktok/callback`);
    expect(stdout).toContain(`${publicUrl}/oauth/ttcm/callback`);
  });

  it('says that a wrong secret is refused, and shows none', async () => {
    const secret = 'f'.repeat(32);
    const apps = ['META_APP_SECRET', 'TIKTOK_CLIENT_SECRET', 'GOOGLE_CLIENT_SECRET', 'TTCM_APP_SECRET'];
    const names = [...apps, 'META_DISCOVERY_TOKEN', 'GOOGLE_API_KEY'];
    const wrong = Object.fromEntries(names.map((name) => [name, secret]));
    const failed = await check(wrong).catch((error: unknown) => error as { stdout: string; code: number });
    expect(failed).toMatchObject({ code: 1 });
    expect(failed.stdout.match(/credentials: refused/g)).toHaveLength(6);
    expect(failed.stdout).not.toContain(secret);
  });

  it('names what is missing for Discover, and goes on without it', async () => {
    const { stdout } = await check({ META_DISCOVERY_TOKEN: '', GOOGLE_API_KEY: '' });
    expect(stdout).toContain('not set up (missing META_DISCOVERY_TOKEN)');
    expect(stdout).toContain('not set up (missing GOOGLE_API_KEY)');
    expect(stdout.match(/credentials: accepted/g)).toHaveLength(4);
  });
});
