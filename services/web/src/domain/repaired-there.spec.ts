import { repairedThere } from './repaired-there';

describe('repairedThere', () => {
  it.each(['page_link_lost', 'page_role_lost', 'checkpointed', 'unconfirmed_user'])('names %s', (cause) => {
    expect(repairedThere({ authState: 'REAUTH', cause })).toBe(cause);
  });

  it.each(['password_changed', 'session_expired', 'token_expired', 'toString'])(
    'leaves %s to a new consent',
    (cause) => {
      expect(repairedThere({ authState: 'REAUTH', cause })).toBeNull();
    },
  );

  it('says nothing of an account whose permission has not ended', () => {
    expect(repairedThere({ authState: 'NON_AUTH', cause: 'page_link_lost' })).toBeNull();
  });
});
