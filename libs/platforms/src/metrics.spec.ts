import { register } from 'prom-client';
import type { RateUsage } from './capabilities/client-options';
import { counted } from './metrics';
import { SecretText } from './secret-text';
import { freshToken, LoopbackPlatform } from './testing/loopback-platform';
import { TikTokReader } from './tiktok/tiktok-reader';

const soon = () => new Date(Date.now() + 60_000);
const spent = { api: 'youtube', scope: 'app', subjectId: null, percent: 100, bucket: 'units' } as const;

describe('what clients do and are told', () => {
  it('is counted by operation and outcome, and still reported', async () => {
    const platform = await LoopbackPlatform.start();
    const told: string[] = [];
    const options = counted({ profile: 'local', onCall: ({ outcome }) => told.push(outcome) });
    const reader = new TikTokReader({ openApiUrl: platform.url }, options);
    try {
      const refusal = { code: 'rate_limit_exceeded', message: '', log_id: 'l' };
      platform.answers({ status: 429, json: { data: {}, error: refusal } });
      const token = new SecretText(freshToken('act'));
      await expect(reader.profile({ token, accountId: 'open-1', scopes: [] })).rejects.toThrow();
    } finally {
      await reader.close();
      await platform.stop();
    }
    expect(told).toEqual(['throttled']);
    const text = await register.metrics();
    expect(text).toMatch(/platform_call_seconds_count\{.*operation="user_info",outcome="throttled".*\} 1/);
    expect(text).toContain('platform_allowance_used_percent{api="tiktok",bucket="rate"} 100');
  });

  it('shows an allowance until it begins anew', async () => {
    const options = counted({ profile: 'local' });
    options.onUsage?.({ ...spent, regainAt: soon() });
    expect(await register.metrics()).toContain('{api="youtube",bucket="units"} 100');
    options.onUsage?.({ ...spent, regainAt: new Date(Date.now() - 1) });
    expect(await register.metrics()).toContain('{api="youtube",bucket="units"} 0');
  });

  it('names no account', async () => {
    const usage: RateUsage = { api: 'instagram', scope: 'account', subjectId: '178414', percent: 80, regainAt: null };
    counted({ profile: 'local' }).onUsage?.(usage);
    expect(await register.metrics()).not.toContain('178414');
  });
});
