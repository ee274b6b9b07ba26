import { wordsOf } from './roster-search';

describe('wordsOf', () => {
  it.each([
    ['Ada', ['ada']],
    ['  ada  lo ', ['ada', 'lo']],
    ['ada@exa', ['ada', 'exa']],
    ["O'Néil", ['o', 'néil']],
    ['Ne\u0301il', ['néil']],
    ["x' | !y & (z:*", ['x', 'y', 'z']],
    ['Ada ada@example.com', ['ada', 'example', 'com']],
    [' -- ', []],
  ])('finds in %j the words %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});
