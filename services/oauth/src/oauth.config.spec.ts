import { ConfigError } from '@creator-connect/observability';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oauthConfig, oauthConfigSchema } from './oauth.config';

const example = readFileSync(join(__dirname, '..', '.env.example'), 'utf8');
const given = Object.fromEntries(
  [...example.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map((match) => [match[1], match[2]]),
);

describe('configuration', () => {
  it('is listed completely in .env.example, which is usable as it stands', () => {
    const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]!);
    expect(named.sort()).toEqual(Object.keys(oauthConfigSchema.shape).sort());
    expect(oauthConfig(given)).toMatchObject({ PORT: 4401, META_GRAPH_URL: 'https://graph.facebook.com' });
  });

  it('wants both halves of an app registration', () => {
    expect(() => oauthConfig({ ...given, META_APP_ID: '1' })).toThrow(ConfigError);
    expect(oauthConfig({ ...given, META_APP_ID: '1', META_APP_SECRET: 'x' }).META_APP_ID).toBe('1');
  });

  it('builds addresses without a slash at their end', () => {
    expect(oauthConfig({ ...given, PUBLIC_URL: 'https://connect.example.com/' }).PUBLIC_URL).toBe(
      'https://connect.example.com',
    );
  });
});
