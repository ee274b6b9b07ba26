import { holdsApiKey, isPlainPath, splitUrl } from './request-path';

describe('request paths', () => {
  it.each(['/', '/v1/influencers', '/v1/influencers/018f-a', '/a/Tok_en-1', '/v1/posts/na%C3%AFve'])(
    'takes %s',
    (path) => {
      expect(isPlainPath(path)).toBe(true);
    },
  );

  it.each([
    '/v1/../internal/users',
    '/v1/influencers/..%2f..%2finternal',
    '/v1/%2e%2e/internal',
    '/v1/%252e%252e/internal',
    '//internal/users',
    '/v1//internal',
    '/v1/.',
    '/v1\\internal',
    '/v1/%00',
    '/v1/%0d%0a',
    '*',
  ])('refuses %s', (path) => {
    expect(isPlainPath(path)).toBe(false);
  });

  it('splits path and query', () => {
    expect(splitUrl('/v1/posts?limit=1&x=?')).toEqual({ path: '/v1/posts', query: 'limit=1&x=?' });
    expect(splitUrl('/v1/posts')).toEqual({ path: '/v1/posts', query: '' });
  });

  it('finds an API key anywhere in the address', () => {
    const key = `cck_${'a'.repeat(43)}`;
    expect(holdsApiKey(`/v1/posts?key=${key}`)).toBe(true);
    expect(holdsApiKey(`/v1/posts?key=%63%63k_${'a'.repeat(43)}`)).toBe(true);
    expect(holdsApiKey(`/v1/posts/${key}`)).toBe(true);
    expect(holdsApiKey('/v1/posts?cursor=cck_short')).toBe(false);
  });
});
