import { HeldRefusals } from './held-refusals';

describe('refusals of requests beyond a limit', () => {
  it('are given a moment later, and at once where too many wait already', async () => {
    const refusals = new HeldRefusals();
    const given: string[] = [];
    const held = Array.from({ length: 1_000 }, () => refusals.hold().then(() => given.push('held')));
    await refusals.hold().then(() => given.push('at once'));
    expect(given).toEqual(['at once']);
    await Promise.all(held);
    expect(given).toHaveLength(1_001);
    const next = refusals.hold().then(() => given.push('held'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(given).toHaveLength(1_001);
    await next;
  });
});
