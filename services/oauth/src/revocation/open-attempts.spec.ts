import type { RoutingPool, Tx } from '@creator-connect/persistence';
import { OpenAttempts } from './open-attempts';
import type { Revocation } from './revocations.repository';

describe('OpenAttempts', () => {
  it('sees an attempt that goes on from its exchange to its choice while it is looked for', async () => {
    let at: 'exchange' | 'choice' = 'exchange';
    const look = async (place: typeof at) => {
      const found = at === place;
      at = 'choice';
      return [{ found }];
    };
    const router = { query: () => look('choice') } as unknown as RoutingPool;
    const queryRunner = { query: async () => ({ records: await look('exchange') }) };
    const attempts = new OpenAttempts(router);
    await expect(attempts.mayNeed({ queryRunner } as unknown as Tx, {} as Revocation)).resolves.toBe(true);
  });
});
