import { BulkRun, type BulkRow } from './bulk-run';
import { noteOutcomes, type MailFailed } from './mail-outcomes';

const requestOf = (person: string) => `r${person}`;
const mail = (person: string, status: 'QUEUED' | 'SENT' | 'FAILED' | 'CANCELLED', failure: string | null = null) => ({
  // Behind all requests, as ids of what was made later are.
  id: `s${person}`,
  status,
  failure,
  authorizationRequestId: requestOf(person),
});
const foreign = (id: string) => ({ id, status: 'SENT' as const, failure: null, authorizationRequestId: null });

/** Everybody has been handed over, and nothing else is known. */
async function aRun(...ids: string[]): Promise<BulkRun> {
  const people = ids.map((id) => ({ id, name: `Person ${id}` }));
  const run = new BulkRun(
    people,
    async ({ id }) => requestOf(id),
    () => Promise.reject(new Error('Nothing is to be waited for')),
  );
  await run.start();
  return run;
}

const told = (run: BulkRun) => run.state().rows.map(({ state, mail: word }: BulkRow) => word ?? state);

/** Pages of mails, newest first, and which of them were read. */
function pages(...all: ReturnType<typeof mail | typeof foreign>[][]) {
  const readPages: number[] = [];
  const read = async (cursor: string | undefined) => {
    const page = Number(cursor ?? 0);
    readPages.push(page);
    return { items: all[page]!, nextCursor: page + 1 < all.length ? `${page + 1}` : null };
  };
  return { read, readPages };
}

describe('what becomes of the mails of a run', () => {
  it('is said at the row of each: sent, refused with the reason, not needed, or still on its way', async () => {
    const run = await aRun('1', '2', '3', '4', '5');
    const { read } = pages(
      [mail('5', 'QUEUED'), mail('4', 'CANCELLED'), mail('3', 'CANCELLED', 'complained')],
      [mail('2', 'FAILED', 'refused'), mail('1', 'SENT')],
    );
    await noteOutcomes(run, read);
    expect(told(run)).toEqual(['sent', 'failed', 'failed', 'not_needed', 'done']);
    const [, refused, complained] = run.state().rows;
    expect((refused!.error as MailFailed).mail.failure).toBe('refused');
    expect((complained!.error as MailFailed).mail.failure).toBe('complained');
  });

  it('is looked for no further back than there can be any', async () => {
    const run = await aRun('1', '2');
    const { read, readPages } = pages([mail('2', 'SENT'), foreign('q9')], [foreign('q8')]);
    await noteOutcomes(run, read);
    expect([told(run), readPages]).toEqual([['done', 'sent'], [0]]);
    await noteOutcomes(run, pages([mail('1', 'SENT')], [foreign('q8')]).read);
    expect(told(run)).toEqual(['sent', 'sent']);
    const { read: more, readPages: none } = pages([]);
    await noteOutcomes(run, more);
    expect(none).toEqual([]);
  });

  it('does not touch a row that is tried again meanwhile', async () => {
    const run = await aRun('1');
    run.fail('1', new Error('refused'));
    run.settle('1', 'sent');
    expect(told(run)).toEqual(['failed']);
  });
});
