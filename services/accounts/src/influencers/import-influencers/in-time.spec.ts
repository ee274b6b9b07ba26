import { setTimeout as sleep } from 'node:timers/promises';
import { inTime } from './in-time';

const patient = { atOnce: 2, withinMs: 60_000, late: () => 'late' };

it('answers in order, however long each took, and never does more at once than it may', async () => {
  let running = 0;
  let most = 0;
  const answers = await inTime(
    [8, 1, 4, 1, 2],
    async (wait) => {
      most = Math.max(most, (running += 1));
      await sleep(wait);
      running -= 1;
      return `after ${wait}`;
    },
    patient,
  );
  expect(answers).toEqual(['after 8', 'after 1', 'after 4', 'after 1', 'after 2']);
  expect(most).toBe(2);
});

it('does not wait for what hangs, begins nothing more, and drops what comes too late', async () => {
  const begun: string[] = [];
  let comesLate: (answer: string) => void = () => undefined;
  const answers = await inTime(
    ['quick', 'hangs', 'hangs too', 'is never begun'],
    async (item) => {
      begun.push(item);
      return item === 'quick' ? 'done' : new Promise<string>((resolve) => (comesLate = resolve));
    },
    { ...patient, withinMs: 20 },
  );
  expect(answers).toEqual(['done', 'late', 'late', 'late']);
  comesLate('too late');
  await sleep(0);
  expect(answers).toEqual(['done', 'late', 'late', 'late']);
  expect(begun).toEqual(['quick', 'hangs', 'hangs too']);
});

it('ends with the first error, and begins nothing after it', async () => {
  const begun: number[] = [];
  const fails = inTime(
    [1, 2, 3, 4],
    async (item) => {
      begun.push(item);
      if (item === 2) throw new Error('down');
      await sleep(5);
      return '';
    },
    patient,
  );
  await expect(fails).rejects.toThrow('down');
  await sleep(10);
  expect(begun).toEqual([1, 2]);
});
