import { offline, problemOf, type ProblemError } from '../../../api/problem';
import { BulkRun, type Pause, type Person, type Wait } from './bulk-run';

const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${index}`, name: `Person ${index}` }));
const never: Wait = () => Promise.reject(new Error('Nothing is to be waited for'));
const states = (run: BulkRun) => run.state().rows.map(({ state }) => state);

/** Answers that come one after the other; after the last one all is well. */
function answers(...errors: (ProblemError | undefined)[]) {
  const asked: string[] = [];
  const work = async ({ id }: Person) => {
    asked.push(id);
    const error = errors.shift();
    if (error) throw error;
    return `link ${id}`;
  };
  return { asked, work };
}

describe('one thing for many people', () => {
  it('gives each of two hundred a result of its own, and a failing one neither stops nor undoes the others', async () => {
    const failing = new Set(['3', '77', '199']);
    const run = new BulkRun(
      people(200),
      async ({ id }) => {
        if (failing.has(id)) throw problemOf(409, { code: 'accounts.nothing_to_authorize' });
        return `link ${id}`;
      },
      never,
    );
    await run.start();
    expect(run.state().status).toBe('finished');
    for (const { id, state, value, error } of run.state().rows) {
      if (failing.has(id))
        expect([state, (error as ProblemError).code]).toEqual(['failed', 'accounts.nothing_to_authorize']);
      else expect([state, value]).toEqual(['done', `link ${id}`]);
    }
  });

  it('stops after the row that is under way, and goes on where it was', async () => {
    const asked: string[] = [];
    const run: BulkRun = new BulkRun(
      people(4),
      async ({ id }) => {
        asked.push(id);
        if (id === '1') run.stop();
      },
      never,
    );
    await run.start();
    expect([run.state().status, states(run)]).toEqual(['stopped', ['done', 'done', 'waiting', 'waiting']]);
    await run.start();
    expect([run.state().status, asked]).toEqual(['finished', ['0', '1', '2', '3']]);
  });

  it('never does two rows at once, though it is resumed before the last one has ended', async () => {
    let atOnce = 0;
    let most = 0;
    const gates: (() => void)[] = [];
    const run = new BulkRun(
      people(3),
      async () => {
        most = Math.max(most, (atOnce += 1));
        await new Promise<void>((resolve) => gates.push(resolve));
        atOnce -= 1;
      },
      never,
    );
    const first = run.start();
    await Promise.resolve();
    run.stop();
    const second = run.start();
    for (let row = 0; row < 3; row += 1) {
      while (gates.length === 0) await new Promise((resolve) => setImmediate(resolve));
      gates.shift()!();
    }
    await Promise.all([first, second]);
    expect([most, run.state().status]).toEqual([1, 'finished']);
  });

  it.each<[string, ProblemError, Pause['reason']]>([
    ['a limit, for as long as the server says', problemOf(429, { code: 'request.throttled' }, '7'), 'limit'],
    ['a lost connection', offline(), 'connection'],
  ])('waits for %s, and loses and repeats no row', async (_, error, reason) => {
    const { asked, work } = answers(undefined, error);
    const paused: Pause[] = [];
    const run = new BulkRun(people(3), work, async (pause) => {
      expect(run.state().pause).toEqual(pause);
      paused.push(pause);
    });
    await run.start();
    expect([run.state(), paused.map((pause) => pause.reason)]).toMatchObject([{ status: 'finished' }, [reason]]);
    expect(run.state().pause).toBeUndefined();
    expect(asked).toEqual(['0', '1', '1', '2']);
    if (paused[0]?.reason === 'limit') expect(paused[0].until).toEqual(error.retryAt);
  });

  it('can be stopped while it waits', async () => {
    const { asked, work } = answers(offline());
    const run: BulkRun = new BulkRun(people(2), work, (_, stopped) => {
      const over = new Promise<void>((resolve) => stopped.addEventListener('abort', () => resolve()));
      run.stop();
      return over;
    });
    await run.start();
    expect([run.state().status, states(run), asked]).toEqual(['stopped', ['waiting', 'waiting'], ['0']]);
  });

  it.each([
    ['a quota of the day', problemOf(429, { code: 'accounts.link_quota_used' }, '40000')],
    ['an ended session', problemOf(401, { code: 'request.unauthenticated' })],
  ])('stops by itself at %s, says why, and can go on later', async (_, error) => {
    const { asked, work } = answers(undefined, error);
    const run = new BulkRun(people(3), work, never);
    await run.start();
    expect(run.state()).toMatchObject({ status: 'stopped', blocked: { code: error.code } });
    expect(states(run)).toEqual(['done', 'waiting', 'waiting']);
    await run.start();
    expect([run.state().status, run.state().blocked, asked]).toEqual(['finished', undefined, ['0', '1', '1', '2']]);
  });

  it('tries those that failed once more, and only those', async () => {
    const { asked, work } = answers(undefined, problemOf(500, undefined));
    const run = new BulkRun(people(3), work, never);
    await run.start();
    expect(states(run)).toEqual(['done', 'failed', 'done']);
    await run.retry();
    expect([states(run), asked]).toEqual([
      ['done', 'done', 'done'],
      ['0', '1', '2', '1'],
    ]);
  });
});
