import { wordBeginnings } from './roster';

describe('wordBeginnings', () => {
  it.each([
    ['Ada', 'ada:*'],
    ['  ada  lo ', 'ada:* & lo:*'],
    ['ada@exa', 'ada:* & exa:*'],
    ["O'Néil", 'o:* & néil:*'],
    ["x' | !y & (z:*", 'x:* & y:* & z:*'],
  ])('turns %j into %j', (search, query) => {
    expect(wordBeginnings(search)).toBe(query);
  });

  it('finds nothing to look for in signs', () => {
    expect(wordBeginnings(' -- ')).toBeUndefined();
  });
});
