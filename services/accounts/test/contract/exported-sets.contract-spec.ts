import { readDataMap } from '@creator-connect/persistence/testing';
import { exportedSets } from '../../src/own-data/export/domain/exported-sets';

describe('an export of everything held about a creator', () => {
  it('asks every service for every set that its tables stand in, and for no other', () => {
    const mapped = Object.entries(readDataMap().services).flatMap(([service, tables]) =>
      Object.values(tables).flatMap(({ export: given }) =>
        given && 'sets' in given ? given.sets.map((name) => `${service}/${name}`) : [],
      ),
    );
    const asked = exportedSets.map(({ service, name }) => `${service}/${name}`);
    expect(asked.toSorted()).toEqual([...new Set(mapped)].toSorted());
  });
});
