import { Logger } from '@nestjs/common';
import { Housekeeping } from './housekeeping';

const steps = ['removeExpired', 'removeOld', 'removeUnseen', 'run'] as const;
/** All that it is made of but the clock. */
const tasks = Housekeeping.length - 1;

/** Whatever it asks for; the one at `fails` is broken. */
function aHousekeeping(fails: number) {
  const done: number[] = [];
  const parts = Array.from({ length: tasks }, (_, index) => {
    const step = async () => {
      if (index === fails) throw new Error('away');
      done.push(index);
    };
    return Object.fromEntries(steps.map((name) => [name, step]));
  });
  const clock = { now: () => new Date() };
  const housekeeping = new Housekeeping(
    ...([...parts, clock] as unknown as ConstructorParameters<typeof Housekeeping>),
  );
  return { housekeeping, done };
}

beforeAll(() => Logger.overrideLogger(false));

it.each(Array.from({ length: tasks }, (_, index) => index))(
  'goes on with everything else when task %i fails',
  async (fails) => {
    const { housekeeping, done } = aHousekeeping(fails);
    await housekeeping.run();
    expect(done).toHaveLength(tasks - 1);
    expect(done).not.toContain(fails);
  },
);
