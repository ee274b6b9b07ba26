import { AppError, accountsErrors } from '@creator-connect/contracts';
import type { UnitOfWork } from '@creator-connect/persistence';
import type { AddInfluencerHandler } from '../add-influencer/add-influencer.handler';
import type { ResolveAccounts } from '../add-influencer/resolve-accounts';
import type { ImportProgress } from './import-influencers.dto';
import { ImportInfluencersHandler, type Onlooker } from './import-influencers.handler';

const row = (handle: string): string => `${handle || 'none'},${handle || 'none'}@example.com,${handle}`;

/** The handler over a marketplace that is asked by `ask`, and an adding that takes `addingMs` a row. */
function anImport(ask: (handle: string) => Promise<void>, addingMs = 0) {
  const added: string[] = [];
  const unitOfWork = { tenant: (_: string, work: () => Promise<unknown>) => work() };
  const add = {
    add: async (_: string, { name }: { name: string }) => {
      await new Promise((resolve) => setTimeout(resolve, addingMs));
      added.push(name);
      return { id: name };
    },
  };
  const accounts = {
    all: async (_: string, [typed]: { handle: string }[]) => {
      if (!typed) return [];
      await ask(typed.handle);
      return [{ platform: 'tiktok', handle: typed.handle }];
    },
  };
  const handler = new ImportInfluencersHandler(
    unitOfWork as unknown as UnitOfWork,
    add as unknown as AddInfluencerHandler,
    accounts as unknown as ResolveAccounts,
  );
  const run = async (handles: string[], onlooker?: Onlooker, ms = 19_000) => {
    const running = handler.handle('org', { csv: ['name,email,tiktok', ...handles.map(row)].join('\n') }, onlooker);
    await jest.advanceTimersByTimeAsync(ms);
    return (await running).rows.map(({ outcome, code }) => code ?? outcome);
  };
  return { run, added };
}

const takes = (ms: number) => () => new Promise<void>((resolve) => setTimeout(resolve, ms));

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('answers before the gateway gives up, says which rows were not checked, and adds nobody behind the answer', async () => {
  let answer = (): void => undefined;
  const slow = new Promise<void>((resolve) => (answer = resolve));
  const { run, added } = anImport((handle) => (handle === 'hangs' ? slow : Promise.resolve()));
  const outcomes = await run(['first', 'hangs', 'second', '']);
  expect(outcomes).toEqual(['added', 'accounts.row_not_in_time', 'added', 'added']);
  answer();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(added).toEqual(['first', 'second', 'none']);
});

it('takes a list of hundreds of accounts, for several are asked about at once', async () => {
  const { run } = anImport(takes(150));
  const outcomes = await run(Array.from({ length: 600 }, (_, index) => `tok.${index}`));
  expect(new Set(outcomes)).toEqual(new Set(['added']));
});

it('stops adding before the gateway gives up, too', async () => {
  const { run, added } = anImport(takes(0), 1_000);
  const outcomes = await run(Array.from({ length: 40 }, (_, index) => `tok.${index}`));
  expect(outcomes.slice(0, 15)).toEqual(Array.from({ length: 15 }, () => 'added'));
  expect(outcomes.at(-1)).toBe('accounts.row_not_in_time');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(added).toHaveLength(outcomes.filter((outcome) => outcome === 'added').length);
});

it('refuses rows, by the reason of each, beside those that are added', async () => {
  const { run } = anImport(async (handle) => {
    if (handle === 'outside') throw new AppError(accountsErrors.tiktokNotConnectable);
  });
  expect(await run(['outside', 'inside'])).toEqual(['accounts.tiktok_not_connectable', 'added']);
});

describe('told while it goes on', () => {
  const onlooker = () => {
    const leaving = new AbortController();
    const seen: ImportProgress[] = [];
    return { seen, leaving, gone: leaving.signal, tell: (progress: ImportProgress) => void seen.push(progress) };
  };

  it('says how many rows were asked about and added, and is not cut off', async () => {
    const { run } = anImport(takes(4_000), 1_000);
    const somebody = onlooker();
    const outcomes = await run(
      Array.from({ length: 40 }, (_, index) => `tok.${index}`),
      somebody,
      120_000,
    );
    expect(new Set(outcomes)).toEqual(new Set(['added']));
    expect(somebody.seen).toHaveLength(80);
    expect([somebody.seen[0], somebody.seen[79]]).toEqual([
      { stage: 'asking', done: 1, all: 40 },
      { stage: 'adding', done: 40, all: 40 },
    ]);
  });

  it('adds nobody any more once nobody waits', async () => {
    const { run, added } = anImport(takes(0), 1_000);
    const somebody = onlooker();
    setTimeout(() => somebody.leaving.abort(), 5_500);
    const outcomes = await run(
      Array.from({ length: 40 }, (_, index) => `tok.${index}`),
      somebody,
    );
    expect(added).toHaveLength(6);
    expect(outcomes.filter((outcome) => outcome === 'accounts.row_not_in_time')).toHaveLength(34);
  });
});
