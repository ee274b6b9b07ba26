import { audit, duplicates } from './audit';
import type { Books, OutboxEntry } from './books';

const accountId = 'account';
const steps = [1, 2, 3];
const changes = steps.map((step) => ({ id: `change-${step}`, accountId, step }));
const row = (type: string, step: number, version: number): OutboxEntry => ({
  id: `${type}-${step}`,
  type,
  accountId,
  version,
  cause: `change-${step}`,
  published: true,
});
const outbox = steps.flatMap((step) => [
  row('AccountStateChanged', step, 2 * step - 1),
  row('AccountState', step, 2 * step),
]);
const entry = ({ id }: { id: string }) => ({ id, accountId });

/** Three changes of one account: authenticated, expired, authenticated again. */
const balanced: Books = {
  changes,
  source: changes.map(entry),
  accounts: {
    inbox: changes.map(({ id }) => ({ eventId: id })),
    history: changes.map(({ id }) => ({ eventId: id, accountId, outcome: 'changed' })),
    outbox,
    deadLetters: [],
  },
  published: outbox.map(entry),
  notifications: {
    inbox: outbox.filter(({ type }) => type === 'AccountStateChanged').map(({ id }) => ({ eventId: id })),
    incidents: [{ accountId, opened: 1, open: 0, healedMails: 2, reminders: 3 }],
    deadLetters: [],
  },
  orphanedLanes: 0,
  lag: { accounts: 0, notifications: 0 },
};

const accounts = (change: Partial<Books['accounts']>): Books => ({
  ...balanced,
  accounts: { ...balanced.accounts, ...change },
});
const notifications = (change: Partial<Books['notifications']>): Books => ({
  ...balanced,
  notifications: { ...balanced.notifications, ...change },
});
const { history, inbox } = balanced.accounts;

describe('the audit', () => {
  it('finds nothing in books that agree', () => {
    expect(audit(balanced)).toEqual([]);
  });

  it('counts records beyond the first of each event, and has nothing against them', () => {
    const doubled = { ...balanced, published: [...balanced.published, balanced.published[0]!] };
    expect(duplicates(doubled)).toBe(1);
    expect(audit(doubled)).toEqual([]);
  });

  const wrong: [string, Books][] = [
    ['an effect that is missing', accounts({ history: history.slice(1) })],
    ['an effect that happened twice', accounts({ history: [...history, history[0]!] })],
    [
      'an effect that changed nothing',
      accounts({ history: [{ ...history[0]!, outcome: 'ignored' }, ...history.slice(1)] }),
    ],
    ['an inbox row that is missing', accounts({ inbox: inbox.slice(1) })],
    ['an event that was never written', accounts({ outbox: outbox.slice(1) })],
    ['an event that was written twice', accounts({ outbox: [...outbox, { ...outbox[0]!, id: 'again', version: 9 }] })],
    ['an event that is not published', accounts({ outbox: [{ ...outbox[0]!, published: false }, ...outbox.slice(1)] })],
    ['versions that do not rise', accounts({ outbox: outbox.map((each) => ({ ...each, version: 1 })) })],
    [
      'effects out of order',
      accounts({ outbox: outbox.map((each, index) => ({ ...outbox[5 - index]!, version: each.version })) }),
    ],
    ['a change that was never told', { ...balanced, source: balanced.source.slice(1) }],
    ['an event that is in no topic', { ...balanced, published: balanced.published.slice(1) }],
    ['an event that no outbox knows', { ...balanced, published: [...balanced.published, { id: 'ghost', accountId }] }],
    ['a topic out of order', { ...balanced, published: balanced.published.toReversed() }],
    [
      'a message that is still parked',
      accounts({ deadLetters: [{ eventId: 'change-3', key: accountId, status: 'parked' }] }),
    ],
    ['an event that the next service missed', notifications({ inbox: balanced.notifications.inbox.slice(1) })],
    [
      'an effect too many in the next service',
      notifications({ incidents: [{ accountId, opened: 2, open: 0, healedMails: 2, reminders: 6 }] }),
    ],
    [
      'an incident that stays open',
      notifications({ incidents: [{ accountId, opened: 1, open: 1, healedMails: 2, reminders: 3 }] }),
    ],
    ['a lane that nobody serves', { ...balanced, orphanedLanes: 1 }],
    ['a backlog', { ...balanced, lag: { accounts: 1, notifications: 0 } }],
  ];

  it.each(wrong)('finds %s', (_what, books) => {
    expect(audit(books)).not.toEqual([]);
  });
});
