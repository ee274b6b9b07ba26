import { checkedBase, endpoint, segment } from './host-policy';

const rule = (profile: 'local' | 'production') => ({ setting: 'graphUrl', profile, hosts: ['graph.facebook.com'] });

describe('where tokens may be sent', () => {
  it.each(['local', 'production'] as const)('the platform itself over https, profile %s', (profile) => {
    expect(checkedBase('https://graph.facebook.com', rule(profile)).hostname).toBe('graph.facebook.com');
  });

  it.each([
    'http://127.0.0.1:4406/graph',
    'http://[::1]:4406',
    'http://localhost:4406',
    'http://facebook.localhost:4406',
    'https://127.0.0.1:8443',
  ])('loopback in profile local, never in production: %s', (address) => {
    expect(() => checkedBase(address, rule('local'))).not.toThrow();
    expect(() => checkedBase(address, rule('production'))).toThrow('graphUrl names a host');
  });

  it.each([
    'http://graph.facebook.com',
    'https://graph.facebook.com:8443',
    'https://graph.facebook.com.evil.example',
    'https://evil.example',
    'http://10.0.0.1',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'https://169.254.169.254',
    'ftp://127.0.0.1',
  ])('nowhere else, in no profile: %s', (address) => {
    expect(() => checkedBase(address, rule('local'))).toThrow(TypeError);
    expect(() => checkedBase(address, rule('production'))).toThrow(TypeError);
  });

  it.each([
    '',
    'graph.facebook.com',
    'https://a@graph.facebook.com',
    'https://graph.facebook.com/?x=1',
    'https://x/#y',
  ])('no address with extras: %s', (address) => {
    expect(() => checkedBase(address, rule('local'))).toThrow('graphUrl must be a plain address');
  });
});

it('appends a path to a base with a path, and keeps a trailing slash', () => {
  const base = new URL('http://127.0.0.1:4406/tiktok-open/');
  expect(endpoint(base, '/v2/user/info/', { fields: 'a,b' }).href).toBe(
    'http://127.0.0.1:4406/tiktok-open/v2/user/info/?fields=a%2Cb',
  );
});

it.each(['../me', 'a/b', '', 'a?b', 'é', '1'.repeat(200)])('takes no id that could change the path: %j', (id) => {
  expect(() => segment(id)).toThrow(TypeError);
});
