import { isOutlived, retentionAfter } from './retention';

describe('retentionAfter', () => {
  it.each([
    ['tiktok', '24 hours'],
    ['instagram', '7 days'],
    ['youtube', '7 days'],
  ] as const)('keeps hidden data of %s for %s', (platform, interval) => {
    expect(retentionAfter(platform)).toBe(interval);
  });
});

describe('isOutlived', () => {
  const open = { status: 'open', deleteDue: false } as const;
  const lapsed = {
    ...open,
    platform: 'youtube',
    access: 'public',
    lastError: null,
    grantTold: true,
    lapsed: true,
  } as const;
  const never = { ...lapsed, grantTold: false } as const;
  const still = { ...lapsed, access: 'grant', status: 'closed' } as const;

  it.each([
    ['YouTube without the grant', lapsed, true],
    ['before the time is up', { ...lapsed, lapsed: false }, false],
    ['with the grant, before it is tried', { ...lapsed, access: 'grant' }, false],
    ['with the grant, when it was tried in vain', { ...lapsed, access: 'grant', lastError: 'youtube:503' }, true],
    ['that never had a grant, before the key is tried', never, false],
    ['that never had a grant, when the key was tried in vain', { ...never, lastError: 'youtube:503' }, true],
    ['that never had a grant, of a feed that stands still', { ...never, status: 'closed' }, true],
    ['another platform', { ...lapsed, platform: 'instagram' }, false],
    ['of a feed that stands still', still, true],
    ['of a feed that stands still, before the time is up', { ...still, lapsed: false }, false],
    ['of a feed whose hidden data goes as a whole', { ...still, deleteDue: true }, false],
  ] as const)('%s', (_what, feed, expected) => {
    expect(isOutlived(feed)).toBe(expected);
  });
});
