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
        META_DIALOG_URL: sandbox.site('facebook'),
        TIKTOK_CLIENT_KEY: sandbox.tiktokKey,
        TIKTOK_CLIENT_SECRET: sandbox.tiktokSecret,
        TIKTOK_OPEN_API_URL: sandbox.at('/tiktok-open'),
        TIKTOK_AUTHORIZE_URL: sandbox.site('tiktok'),
        ...change,
      },
    });

  it('says that both accept our credentials, and what to register', async () => {
    const { stdout } = await check();
    expect(stdout.match(/credentials: accepted/g)).toHaveLength(2);
    expect(stdout).toContain(`${publicUrl}/webhooks/instagram/data-deletion`);
    expect(stdout).toContain(`${publicUrl}/oauth/tiktok/callback`);
  });

  it('says that a wrong secret is refused, and shows none', async () => {
    const wrong = { META_APP_SECRET: 'f'.repeat(32), TIKTOK_CLIENT_SECRET: 'f'.repeat(32) };
    const failed = await check(wrong).catch((error: unknown) => error as { stdout: string; code: number });
    expect(failed).toMatchObject({ code: 1 });
    expect(failed.stdout.match(/credentials: refused/g)).toHaveLength(2);
    expect(failed.stdout).not.toContain(wrong.META_APP_SECRET);
  });
});
