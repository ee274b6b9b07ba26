import { readRosterSearch, rosterPath } from './roster-search';

describe('filters in the address', () => {
  it('are read as they are asked', () => {
    const search = readRosterSearch({ search: 'ada', platform: 'tiktok', authState: 'REAUTH', marketplace: 'TTCM' });
    expect(rosterPath(search)).toBe(
      '/v1/influencers?limit=25&search=ada&platform=tiktok&authState=REAUTH&marketplace=TTCM',
    );
  });

  it('are dropped when they mean nothing', () => {
    expect(readRosterSearch({ search: '', platform: 'myspace', authState: 5, limit: '100000', other: 'x' })).toEqual(
      {},
    );
  });
});
