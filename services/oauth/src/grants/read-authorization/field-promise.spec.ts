import { INSTAGRAM_SCOPES, TIKTOK_SCOPES } from '@creator-connect/platforms';
import { fieldPromise } from './field-promise';

describe('what a grant yields', () => {
  it.each([
    ['instagram', INSTAGRAM_SCOPES],
    ['tiktok', TIKTOK_SCOPES],
  ] as const)('is everything with every permission of %s, and nothing when it is over', (platform, policy) => {
    const scopes = [...policy.required, ...policy.optional];
    expect(fieldPromise(platform, true, scopes).every((one) => one.collected)).toBe(true);
    expect(fieldPromise(platform, false, scopes).some((one) => one.collected)).toBe(false);
  });

  it.each([
    ['instagram', INSTAGRAM_SCOPES],
    ['tiktok', TIKTOK_SCOPES],
  ] as const)('names each permission of %s where it is missing', (platform, policy) => {
    for (const missing of [...policy.required, ...policy.optional]) {
      const scopes = [...policy.required, ...policy.optional].filter((scope) => scope !== missing);
      const lost = fieldPromise(platform, true, scopes).filter((one) => !one.collected);
      expect([missing, lost.length > 0]).toEqual([missing, true]);
      for (const one of lost) expect(one.missingPermissions).toEqual([missing]);
    }
  });
});
