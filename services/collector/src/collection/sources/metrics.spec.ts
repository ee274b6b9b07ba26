import { hashtagsOf, metricsOf } from './metrics';

describe('metricsOf', () => {
  it('leaves out what the platform did not tell instead of writing 0', () => {
    const asOf = new Date('2026-11-02T07:56:32Z');
    expect(metricsOf({ views: 0, likes: null, shares: undefined, reach: 12 }, asOf)).toEqual([
      { name: 'views', value: 0, asOf: '2026-11-02T07:56:32.000Z' },
      { name: 'reach', value: 12, asOf: '2026-11-02T07:56:32.000Z' },
    ]);
  });
});

describe('hashtagsOf', () => {
  it.each([
    ['Trip #Travel and #travel #Südtirol', ['travel', 'südtirol']],
    ['no tags, only a fragment https://example.com/#part', []],
    [null, []],
    ['#one#two', ['one']],
  ])('%s', (caption, tags) => {
    expect(hashtagsOf(caption)).toEqual(tags);
  });
});
