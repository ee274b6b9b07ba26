import { readRosterSearch } from './roster-search';

describe('filters in the address', () => {
  it('are read as they are asked', () => {
    const search = { search: 'ada', platform: 'tiktok', authState: 'REAUTH', marketplace: 'TTCM' };
    expect(readRosterSearch(search)).toEqual(search);
  });

  it('are dropped when they mean nothing', () => {
    expect(readRosterSearch({ search: '', platform: 'myspace', authState: 5, limit: '100000', other: 'x' })).toEqual(
      {},
    );
  });
});
