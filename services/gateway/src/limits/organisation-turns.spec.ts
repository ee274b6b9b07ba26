import { availableParallelism } from 'node:os';
import { HeldRefusals } from './held-refusals';
import { OrganisationTurns } from './organisation-turns';

const besideOthers = Math.max(availableParallelism() - 1, 1);
const alone = 64;

describe('turns of organisations (TE-10)', () => {
  let turns: OrganisationTurns;
  let begun: string[];
  let ends: (() => void)[];

  beforeEach(() => {
    jest.useFakeTimers();
    turns = new OrganisationTurns(new HeldRefusals());
    [begun, ends] = [[], []];
  });
  afterEach(() => jest.useRealTimers());

  /** Asked so often; those whose turn it is have begun. */
  const ask = async (organisation: string, number: number) => {
    for (let asked = 0; asked < number; asked += 1)
      void turns.take(organisation).then((end) => {
        begun.push(organisation);
        ends.push(end);
      });
    await jest.advanceTimersByTimeAsync(0);
  };
  const end = async (number: number) => {
    for (const one of ends.splice(0, number)) one();
    await jest.advanceTimersByTimeAsync(0);
  };
  const begunOf = (organisation: string) => begun.filter((one) => one === organisation).length;

  it('let another in at once, however many of the first are at work and wait', async () => {
    await ask('a', 150);
    expect(begunOf('a')).toBe(alone);
    await ask('b', 1);
    expect(begunOf('b')).toBe(1);
  });

  it('leave a processor to the others while they are there', async () => {
    await ask('b', 1);
    await ask('a', 20);
    expect(begunOf('a')).toBe(besideOthers);
    await end(2);
    expect(begunOf('a')).toBe(besideOthers + 1);
  });

  it('come to one alone again when the others have asked for nothing a while', async () => {
    await ask('b', 1);
    await end(1);
    await ask('a', 150);
    expect(begunOf('a')).toBe(besideOthers);
    await jest.advanceTimersByTimeAsync(1_000);
    await ask('a', 1);
    expect(begunOf('a')).toBeGreaterThanOrEqual(alone);
  });

  it('go to who waits longest, and are given back once', async () => {
    await ask('b', 1);
    await ask('a', besideOthers + 2);
    const [, first] = ends;
    first!();
    first!();
    await jest.advanceTimersByTimeAsync(0);
    expect(begunOf('a')).toBe(besideOthers + 1);
  });

  it('end by themselves for what waits for a platform', async () => {
    await ask('b', 1);
    await ask('a', besideOthers + 1);
    await jest.advanceTimersByTimeAsync(149);
    expect(begunOf('a')).toBe(besideOthers);
    await jest.advanceTimersByTimeAsync(1);
    expect(begunOf('a')).toBe(besideOthers + 1);
  });

  it('are refused to who has too many waiting', async () => {
    await ask('a', alone + 200);
    await expect(turns.take('a')).rejects.toMatchObject({ code: 'request.throttled', retryAfterSeconds: 1 });
    await expect(turns.take('b')).resolves.toBeInstanceOf(Function);
  });
});
