import { clearCookie, onlyCookies, readCookie, setCookie } from './cookies';

describe('cookies', () => {
  it('reads one cookie among several', () => {
    expect(readCookie('a=1; __Host-session=abc; b=2', '__Host-session')).toBe('abc');
    expect(readCookie('x__Host-session=abc', '__Host-session')).toBeUndefined();
    expect(readCookie('__Host-session=', '__Host-session')).toBeUndefined();
    expect(readCookie(undefined, '__Host-session')).toBeUndefined();
  });

  it('takes the first of two with the same name', () => {
    expect(readCookie('__Host-session=first; __Host-session=second', '__Host-session')).toBe('first');
  });

  it('passes on only the cookies a service may see', () => {
    const header = '__Host-session=s; __Host-oauth-1=o; theme=dark';
    expect(onlyCookies(header, ['__Host-oauth-'])).toBe('__Host-oauth-1=o');
    expect(onlyCookies(header, [])).toBeUndefined();
    expect(onlyCookies('theme=dark', ['__Host-oauth-'])).toBeUndefined();
  });

  it('sets cookies that no script and no other site can read', () => {
    expect(setCookie('__Host-session', 'abc')).toBe('__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax');
    expect(clearCookie('__Host-session')).toContain('Max-Age=0');
  });
});
