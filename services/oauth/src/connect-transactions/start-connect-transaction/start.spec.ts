import { AppError, oauthErrors } from '@creator-connect/contracts';
import type { Actor } from '../domain/connect-transaction';
import { askFor } from './ask';
import type { ExpectedAccount } from './expected-account';
import { proofOf } from './proof';

const actor: Actor = {
  kind: 'link',
  sub: 's',
  organisationId: 'o',
  influencerId: 'i',
  authorizationRequestId: 'r',
  proven: false,
};
const expected: ExpectedAccount = { accountHash: null, handle: null, needsProof: true, endCause: null };
const known = { ...expected, accountHash: Buffer.from('a'), needsProof: false };

describe('the proof of the invited person', () => {
  it('is the session of who is signed in, or the code', () => {
    expect(proofOf({ ...actor, kind: 'influencer', proven: true }, expected)).toBe('signed_in');
    expect(proofOf({ ...actor, proven: true }, expected)).toBe('code');
  });

  it('is the platform’s answer where a named account must come back', () => {
    expect(proofOf(actor, known)).toBe('known_account');
    expect(proofOf(actor, { ...known, accountHash: null, handle: 'ana' })).toBe('known_account');
  });

  it('is demanded where a new account would be attached', () => {
    for (const missing of [expected, { ...known, needsProof: true }, { ...expected, needsProof: false }]) {
      expect(() => proofOf(actor, missing)).toThrow(AppError);
    }
  });
});

describe('how the platform asks', () => {
  it('is again for what was declined or lost, and for data access that ended', () => {
    expect(askFor(null, null)).toBeUndefined();
    expect(askFor(null, oauthErrors.scopesMissing.code)).toBe('rerequest');
    expect(askFor('permission_lost', null)).toBe('rerequest');
    expect(askFor('data_access_expired', oauthErrors.scopesMissing.code)).toBe('reauthorize');
    expect(askFor('password_changed', oauthErrors.refused.code)).toBeUndefined();
  });
});
