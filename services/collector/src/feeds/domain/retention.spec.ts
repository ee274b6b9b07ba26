import { retentionAfter } from './retention';

describe('retentionAfter', () => {
  it.each([
    ['tiktok', '24 hours'],
    ['instagram', '7 days'],
    ['youtube', '7 days'],
  ] as const)('keeps hidden data of %s for %s', (platform, interval) => {
    expect(retentionAfter(platform)).toBe(interval);
  });
});
