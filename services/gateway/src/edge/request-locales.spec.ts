import { localesOf } from './request-locales';

const of = (header?: string) => localesOf({ headers: header === undefined ? {} : { 'accept-language': header } });

describe('languages of a request', () => {
  it('are in the order of their weights, and in that of the header where these are equal', () => {
    expect(of('de-AT,de;q=0.9,en;q=0.8')).toEqual(['de-AT', 'de', 'en']);
    expect(of('en;q=0.3, de;q=0.7, fr')).toEqual(['fr', 'de', 'en']);
  });

  it('are none where nobody says so, or only nonsense', () => {
    for (const header of [undefined, '', '*', 'de;q=0', 'en\u0000', '<script>', 'de;q=x', 'x'.repeat(600)])
      expect(of(header)).toEqual([]);
  });

  it('are a few at most', () => {
    expect(of(Array.from({ length: 50 }, () => 'de').join(','))).toHaveLength(5);
  });
});
