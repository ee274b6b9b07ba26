import { plainCode, redactMessage } from './redact';

describe('redactMessage', () => {
  it.each([
    ['Error validating access token: EAABsbCS1iHgBAKZCZBm2Zd0example', 'Error validating access token: …'],
    ['The user with username: bakery cannot be found.', 'The user with username: … cannot be found.'],
    ['Mail person@example.com about @bakery', 'Mail … about …'],
    ['See https://graph.facebook.com/?access_token=short', 'See …'],
    ["Object with ID '17841400000000001' does not exist", 'Object with ID … does not exist'],
    ['Page 1100223344 is gone', 'Page … is gone'],
    ['line\nbreak\u0000', 'line break'],
  ])('%s', (text, redacted) => {
    expect(redactMessage(text)).toBe(redacted);
  });

  it('is bounded', () => {
    expect(redactMessage('word '.repeat(500))?.length).toBeLessThanOrEqual(161);
    expect(redactMessage(undefined)).toBeUndefined();
  });
});

it('takes as a code only what looks like one', () => {
  expect([190, 'OAuthException'].map(plainCode)).toEqual(['190', 'OAuthException']);
  const odd = ['a b', '<script>', 'x'.repeat(65), {}];
  expect(odd.filter((value) => plainCode(value) !== undefined)).toEqual([]);
});
