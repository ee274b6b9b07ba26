import { csrfToken, csrfTokenMatches, isJson, isSameOrigin } from './csrf';

const own = 'http://localhost:4400';

describe('cross-site request forgery', () => {
  it('binds the token to one session', () => {
    const token = csrfToken('session-a');
    expect(csrfTokenMatches('session-a', token)).toBe(true);
    expect(csrfTokenMatches('session-b', token)).toBe(false);
    expect(csrfTokenMatches('session-a', undefined)).toBe(false);
    expect(csrfTokenMatches('session-a', `${token}x`)).toBe(false);
  });

  it.each([
    [{ secFetchSite: 'same-origin' }, true],
    [{ secFetchSite: 'same-origin', origin: own }, true],
    [{ origin: own }, true],
    [{ secFetchSite: 'same-origin', origin: 'http://attacker.localhost:4406' }, false],
    [{ secFetchSite: 'same-site', origin: own }, false],
    [{ secFetchSite: 'cross-site' }, false],
    [{ secFetchSite: 'none' }, false],
    [{ origin: 'null' }, false],
    [{ origin: 'http://localhost:4400.evil.example' }, false],
    [{ origin: 'https://localhost:4400' }, false],
    [{}, false],
  ])('judges %o as %s', (signals, expected) => {
    expect(isSameOrigin(signals, own)).toBe(expected);
  });

  it.each([
    ['application/json', true],
    ['application/json; charset=utf-8', true],
    ['Application/JSON', true],
    ['text/plain', false],
    ['text/plain;application/json', false],
    ['application/x-www-form-urlencoded', false],
    ['multipart/form-data; boundary=x', false],
    [undefined, false],
  ])('takes %s as JSON: %s', (type, expected) => {
    expect(isJson(type)).toBe(expected);
  });
});
