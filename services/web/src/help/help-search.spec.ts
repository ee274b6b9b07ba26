import { readHelpSearch, readStepSearch } from './help-search';

describe('what of the help pages stands in the address', () => {
  it('is the search, if there is one', () => {
    expect(readHelpSearch({ q: 'page' })).toEqual({ q: 'page' });
    expect(readHelpSearch({ q: '' })).toEqual({});
    expect(readHelpSearch({ q: 3 })).toEqual({});
  });

  it.each([
    ['2', { step: 2 }],
    [3, { step: 3 }],
    ['all', { step: 'all' }],
    [1, {}],
    ['0', {}],
    ['1.5', {}],
    ['x', {}],
    [undefined, {}],
  ])('is the step of a guide: %s', (step, read) => {
    expect(readStepSearch({ step })).toEqual(read);
  });
});
