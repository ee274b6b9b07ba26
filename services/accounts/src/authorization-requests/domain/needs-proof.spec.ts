import { newId } from '@creator-connect/contracts';
import { needsProof } from './needs-proof';

const known = { socialAccountId: newId(), done: false };
const fresh = { socialAccountId: null, done: false };

describe('proof of the invited person (AL-03)', () => {
  it('is not asked to repair known accounts', () => expect(needsProof([known, known])).toBe(false));
  it('is asked as soon as one account would be new', () => expect(needsProof([known, fresh])).toBe(true));
  it('is not asked for what is done already', () => expect(needsProof([known, { ...fresh, done: true }])).toBe(false));
});
