import { backupFaults } from './check-backups';

describe('the check of backups (PR-03)', () => {
  const now = new Date('2026-11-30T12:00:00Z');
  const keep = { keysDays: 7, dataDays: 30 };
  const fine = ['data-2026-11-01T0200Z.dump', 'data-2026-11-30T0200Z.dump', 'keys-2026-11-30T0201Z.dump'];

  it('finds nothing where keys end before data, and the newest data has its keys', () => {
    expect(backupFaults(fine, now, keep)).toEqual([]);
    expect(backupFaults([], now, keep)).toEqual([]);
  });

  it.each([
    ['dumps of keys that live as long as data', fine, { keysDays: 30, dataDays: 30 }, 'before those of data'],
    ['a dump of keys that has had its time', [...fine, 'keys-2026-11-22T0200Z.dump'], keep, 'older than 7 days'],
    ['a dump of data that has had its time', [...fine, 'data-2026-10-30T0200Z.dump'], keep, 'older than 30 days'],
    ['data that nobody could open', [...fine, 'data-2026-11-30T0800Z.dump'], keep, 'no dump of keys'],
    ['what it can not tell the age of', [...fine, 'creator-connect.dump'], keep, 'neither data-… nor keys-…'],
  ])('tells of %s', (_what, names, retention, fault) => {
    expect(backupFaults(names, now, retention)).toEqual([expect.stringContaining(fault)]);
  });
});
