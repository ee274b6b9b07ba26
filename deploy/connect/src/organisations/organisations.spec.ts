import { lineOf, type Organisation } from './organisations';

const organisation = (members: number, owner: Organisation['owner']): Organisation => ({
  id: '0198a000-0000-7000-8000-00000000000b',
  name: 'South Agency',
  createdAt: '2026-11-30T08:00:00.000Z',
  members,
  owner,
});

describe('an organisation in a line', () => {
  const begins = '0198a000-0000-7000-8000-00000000000b  2026-11-30  South Agency: ';
  const nobody = { email: null, expiresAt: null };
  const invitation = { email: 'kim@example.com', expiresAt: '2026-12-07T08:00:00.000Z' };

  it.each<[number, Organisation['owner'], string]>([
    [1, { state: 'active', ...nobody }, '1 member'],
    [12, { state: 'active', ...nobody }, '12 members'],
    [0, { state: 'invited', ...invitation }, 'waits for its owner, kim@example.com, who is invited until 2026-12-07'],
    [
      0,
      { state: 'unconfirmed', ...invitation },
      'waits for its owner; nobody knows whether the invitation was mailed to kim@example.com',
    ],
    [
      0,
      { state: 'ended', ...invitation },
      'waits for its owner; the invitation of kim@example.com can not be used any more',
    ],
    [0, { state: 'not_invited', ...nobody }, 'waits for its owner, whom no invitation was mailed to yet'],
  ])('with %s members tells who is in', (members, owner, words) => {
    expect(lineOf(organisation(members, owner))).toBe(begins + words);
  });
});
