import { FairTurns, type DueRow } from './fair-turns';

const rows = (org_id: string, number: number): DueRow[] =>
  Array.from({ length: number }, (_, index) => ({ id: `${org_id}-${index}`, org_id }));
const ids = (chosen: DueRow[]) => chosen.map(({ id }) => id);

describe('whose turn it is', () => {
  it('is the longest due of one organisation after the other', () => {
    const turns = new FairTurns();
    expect(ids(turns.choose([...rows('a', 9), ...rows('b', 2), ...rows('c', 1)], 5))).toEqual([
      'a-0',
      'b-0',
      'c-0',
      'a-1',
      'b-1',
    ]);
  });

  it('is not that of who has most under way', () => {
    const turns = new FairTurns();
    for (let index = 0; index < 3; index += 1) turns.begun('a');
    expect(ids(turns.choose([...rows('a', 9), ...rows('b', 9)], 4))).toEqual(['b-0', 'b-1', 'b-2', 'a-0']);
    for (let index = 0; index < 3; index += 1) turns.ended('a');
    turns.begun('b');
    expect(ids(turns.choose([...rows('a', 9), ...rows('b', 9)], 1))).toEqual(['a-0']);
  });

  it('changes where one piece is done at a time, though one has waited longer every time', () => {
    const turns = new FairTurns();
    const next = () => ids(turns.choose([...rows('a', 9), ...rows('b', 9), ...rows('c', 9)], 1))[0];
    expect(Array.from({ length: 6 }, next)).toEqual(['a-0', 'b-0', 'c-0', 'a-0', 'b-0', 'c-0']);
  });

  it('is that of who had nothing to do for a while', () => {
    const turns = new FairTurns();
    turns.choose([...rows('a', 9), ...rows('b', 1)], 2);
    turns.choose(rows('a', 9), 1);
    expect(ids(turns.choose([...rows('a', 9), ...rows('b', 1)], 1))).toEqual(['b-0']);
  });

  it.each([1, 4])(
    'is that of a backlog now and then, however many others come new all the time: %i at once',
    (limit) => {
      const turns = new FairTurns();
      turns.choose(rows('backlog', 9), 1);
      const newcomers = (round: number) =>
        Array.from({ length: limit }, (_, index) => ({ id: `${round}-${index}`, org_id: `new-${round}-${index}` }));
      const rounds = Array.from({ length: 40 }, (_, round) =>
        ids(turns.choose([...newcomers(round), ...rows('backlog', 9)], limit)),
      );
      const served = rounds.flat().filter((id) => id.startsWith('backlog'));
      expect(served.length).toBeGreaterThanOrEqual((40 * limit) / 16);
      expect(served.length).toBeLessThanOrEqual((40 * limit) / 8 + 1);
    },
  );

  it('is that of those who came new in the order in which they came', () => {
    const turns = new FairTurns();
    const next = (...orgs: string[]) =>
      turns.choose(
        orgs.flatMap((org) => rows(org, 1)),
        1,
      )[0]!.org_id;
    expect(next('a', 'b')).toBe('a');
    expect(next('c', 'b')).toBe('b');
  });

  it('is as many as there are, and forgets whom it has served', () => {
    const turns = new FairTurns();
    expect(turns.choose([], 4)).toEqual([]);
    expect(ids(turns.choose(rows('a', 2), 4))).toEqual(['a-0', 'a-1']);
  });
});
