import type { Books, OutboxEntry, TopicEntry } from './books';

const stateChanged = 'AccountStateChanged';
const remindersOfEach = 3;

/** What does not add up, one sentence for each kind of entry; empty when every promise was kept. */
export function audit(books: Books): string[] {
  return [
    ...auditEffects(books),
    ...auditOrder(books),
    ...auditPublished(books),
    ...auditNotifications(books),
    ...auditLeftovers(books),
  ];
}

/** How many records the topics hold beyond the first of each event. */
export function duplicates({ published }: Pick<Books, 'published'>): number {
  return published.length - new Set(published.map(({ id }) => id)).size;
}

/** Every change has one effect, one inbox row and one row in the outbox for each event that it causes. */
function auditEffects({ changes, source, accounts }: Books): string[] {
  const waiting = new Set(openIds(accounts.deadLetters));
  const ids = changes.map(({ id }) => id);
  const handled = ids.filter((id) => !waiting.has(id));
  const causes = (type: string) => accounts.outbox.filter((row) => row.type === type).map(({ cause }) => cause);
  return [
    ...compare('a change is in the source topic', new Set(source.map(({ id }) => id)), ids),
    ...compareOnce('accounts’ inbox has each change once', accountsInbox(accounts.inbox), ids),
    ...compareOnce('each handled change has one effect', historyIds(accounts.history), handled),
    ...compareOnce('each handled change has one AccountStateChanged', causes(stateChanged), handled),
    ...compareOnce('each handled change has one AccountState', causes('AccountState'), handled),
    ...accounts.history
      .filter(({ outcome }) => outcome !== 'changed')
      .map(({ eventId, outcome }) => `effect of ${eventId}: ${outcome}, and it should have changed the account`),
  ];
}

const accountsInbox = (inbox: Books['accounts']['inbox']) => inbox.map(({ eventId }) => eventId);
const historyIds = (history: Books['accounts']['history']) => history.map(({ eventId }) => eventId);

/** Per account effects happened in the order in which they were told, under versions that only rise. */
function auditOrder({ changes, accounts }: Books): string[] {
  const told = new Map(changes.map(({ id, step }) => [id, step]));
  const faults: string[] = [];
  for (const [accountId, rows] of Map.groupBy(accounts.outbox, (row) => row.accountId)) {
    const versions = rows.map(({ version }) => version);
    if (!rises(versions)) faults.push(`versions of ${accountId} do not rise: ${versions.join(' ')}`);
    const steps = rows.filter(({ type }) => type === stateChanged).map(({ cause }) => told.get(cause) ?? 0);
    if (!rises(steps)) faults.push(`effects of ${accountId} are out of order: ${steps.join(' ')}`);
  }
  return faults;
}

/** Every outbox row is in its topic, nothing else is, and each account's events first appear in their order. */
function auditPublished({ accounts, published }: Books): string[] {
  const versions = new Map(accounts.outbox.map(({ id, version }) => [id, version]));
  const faults = [
    ...compare(
      'outbox and topics hold the same events',
      new Set(published.map(({ id }) => id)),
      accounts.outbox.map(({ id }) => id),
    ),
    ...countOf(
      'outbox rows are unpublished',
      accounts.outbox.filter((row) => !row.published),
    ),
  ];
  for (const type of [stateChanged, 'AccountState']) {
    const ofType = new Set(accounts.outbox.filter((row) => row.type === type).map(({ id }) => id));
    const records = published.filter(({ id }) => ofType.has(id));
    for (const [accountId, own] of Map.groupBy(records, (record) => record.accountId)) {
      const first = firsts(own).map(({ id }) => versions.get(id) ?? 0);
      if (!rises(first)) faults.push(`${type} of ${accountId} is out of order in its topic: ${first.join(' ')}`);
    }
  }
  return faults;
}

function auditNotifications({ accounts, notifications }: Books): string[] {
  const events = accounts.outbox.filter(({ type }) => type === stateChanged);
  const faults = compareOnce(
    'notifications’ inbox has each AccountStateChanged once',
    notifications.inbox.map(({ eventId }) => eventId),
    events.map(({ id }) => id),
  );
  const effects = new Map(notifications.incidents.map((entry) => [entry.accountId, entry]));
  for (const [accountId, rows] of Map.groupBy(events, (row) => row.accountId)) {
    const expected = expectedIncidents(rows);
    const { opened = 0, open = 0, healedMails = 0, reminders = 0 } = effects.get(accountId) ?? {};
    const found = { opened, open, healedMails, reminders };
    if (JSON.stringify(found) !== JSON.stringify(expected)) {
      faults.push(`incidents of ${accountId}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
    }
  }
  return faults;
}

/** Accounts become authenticated and lose it in turn; each loss opens an incident, which the next change closes. */
function expectedIncidents(
  rows: readonly OutboxEntry[],
): Omit<Books['notifications']['incidents'][number], 'accountId'> {
  const opened = Math.floor(rows.length / 2);
  const open = rows.length > 0 && rows.length % 2 === 0 ? 1 : 0;
  return { opened, open, healedMails: rows.length - opened, reminders: opened * remindersOfEach };
}

function auditLeftovers({ accounts, notifications, orphanedLanes, lag }: Books): string[] {
  return [
    ...countOf('messages are parked in accounts', openIds(accounts.deadLetters)),
    ...countOf('messages are parked in notifications', openIds(notifications.deadLetters)),
    ...(orphanedLanes === 0 ? [] : [`${orphanedLanes} lanes of the outbox belong to no living relay`]),
    ...(lag.accounts === 0 ? [] : [`accounts is ${lag.accounts} records behind`]),
    ...(lag.notifications === 0 ? [] : [`notifications is ${lag.notifications} records behind`]),
  ];
}

const openIds = (letters: Books['accounts']['deadLetters']) =>
  letters.filter(({ status }) => status === 'parked' || status === 'blocked').map(({ eventId }) => eventId);

const countOf = (what: string, items: readonly unknown[]) => (items.length === 0 ? [] : [`${items.length} ${what}`]);

const rises = (numbers: readonly number[]) =>
  numbers.every((value, index) => index === 0 || value > numbers[index - 1]!);

function firsts(records: readonly TopicEntry[]): TopicEntry[] {
  const seen = new Set<string>();
  return records.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function compare(promise: string, found: ReadonlySet<string>, expected: readonly string[]): string[] {
  const wanted = new Set(expected);
  const missing = expected.filter((id) => !found.has(id)).length;
  const surplus = [...found].filter((id) => !wanted.has(id)).length;
  return missing + surplus === 0 ? [] : [`${promise}: ${missing} missing, ${surplus} too many`];
}

function compareOnce(promise: string, found: readonly string[], expected: readonly string[]): string[] {
  const repeated = found.length - new Set(found).size;
  return [
    ...compare(promise, new Set(found), expected),
    ...(repeated === 0 ? [] : [`${promise}: ${repeated} repeated`]),
  ];
}
