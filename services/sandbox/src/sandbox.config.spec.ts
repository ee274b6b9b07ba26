import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configVariables, readConfig } from './sandbox.config';

const complete = {
  SANDBOX_META_APP_ID: '1385',
  SANDBOX_META_APP_SECRET: 'made-for-a-test',
  SANDBOX_TIKTOK_CLIENT_KEY: 'key',
  SANDBOX_TIKTOK_CLIENT_SECRET: 'made-for-a-test',
  SANDBOX_TTCM_APP_ID: '701',
  SANDBOX_TTCM_APP_SECRET: 'made-for-a-test',
  SANDBOX_TTCM_ACCESS_TOKEN: 'made-for-a-test',
  SANDBOX_TTCM_ACCOUNT_ID: '7001',
  SANDBOX_REDIRECT_URIS: 'http://localhost:4400/oauth/instagram/callback, http://localhost:4400/oauth/tiktok/callback',
};

describe('the configuration of the sandbox', () => {
  it('reads several redirect addresses', () => {
    expect(readConfig(complete).SANDBOX_REDIRECT_URIS).toHaveLength(2);
  });

  it('refuses to start in production', () => {
    expect(() => readConfig({ ...complete, CONNECT_PROFILE: 'production' })).toThrow(/never started in production/);
  });

  it('lists every fault by name and none by value', () => {
    const faulty = { ...complete, PORT: 'sixty', SANDBOX_META_APP_SECRET: 'short', SANDBOX_TTCM_ACCOUNT_ID: '' };
    expect(() => readConfig(faulty)).toThrow(/PORT[^]*SANDBOX_META_APP_SECRET[^]*SANDBOX_TTCM_ACCOUNT_ID/);
    expect(() => readConfig(faulty)).not.toThrow(/sixty|short\b/);
  });

  it('has an example with exactly its variables', () => {
    const example = readFileSync(join(__dirname, '..', '.env.example'), 'utf8');
    const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual([...configVariables].sort());
  });
});
