import { AppError, oauthErrors } from '@creator-connect/contracts';
import type { Actor } from '../domain/connect-transaction';
import { askFor, type LastAttempt } from './ask';
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

  it('is not asked of an applicant, whom nobody invited', () => {
    expect(proofOf({ ...actor, kind: 'applicant', proven: true }, expected)).toBe('applicant');
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
  const last = (more: Partial<LastAttempt>): LastAttempt => ({
    status: 'FAILED',
    failure: null,
    lostSiblingIds: [],
    narrowedFor: null,
    ...more,
  });
  const [ana, ben] = [Buffer.from('a1', 'hex'), Buffer.from('b2', 'hex')];
  const leftOut = { code: oauthErrors.scopesMissing.code, missingScopes: ['instagram_basic'] };
  const missing = last({ failure: { ...leftOut, missingFrom: 'a1' } });

  it('is at its own discretion, as long as nothing was left out', () => {
    expect(askFor('instagram', null, null)).toEqual({});
    expect(askFor('instagram', 'password_changed', last({ failure: { code: oauthErrors.refused.code } }))).toEqual({});
    expect(askFor('instagram', null, last({ status: 'DONE' }))).toEqual({});
  });

  it('is for just the missing permissions where those held before stay, else for all of them', () => {
    const narrow = { authType: 'rerequest', scopes: ['instagram_basic'], narrowedFor: ana };
    expect(askFor('instagram', null, missing)).toEqual(narrow);
    expect(askFor('instagram', null, { ...missing, narrowedFor: ana })).toEqual(narrow);
    expect(askFor('tiktok', null, missing)).toEqual({ authType: 'rerequest' });
    expect(askFor('instagram', 'permission_lost', null)).toEqual({ authType: 'rerequest' });
  });

  it('is for all of them where another person answered, or nobody knows who', () => {
    expect(askFor('instagram', null, { ...missing, narrowedFor: ben })).toEqual({ authType: 'rerequest' });
    expect(askFor('instagram', null, last({ failure: leftOut }))).toEqual({ authType: 'rerequest' });
  });

  it('is again where a Page or an account was left out, and for data access that ended', () => {
    const again = { authType: 'rerequest' };
    expect(askFor('instagram', null, last({ failure: { code: oauthErrors.otherAccount.code } }))).toEqual(again);
    expect(askFor('instagram', null, last({ status: 'SETUP_UNFINISHED' }))).toEqual(again);
    expect(askFor('instagram', null, last({ status: 'DONE', lostSiblingIds: ['a'] }))).toEqual(again);
    expect(askFor('instagram', 'data_access_expired', missing)).toEqual({ authType: 'reauthorize' });
  });
});
