import { ownEventOf } from './own-event';

describe('what happened to an account, for its owner', () => {
  it.each([
    ['connected', 'changed', 'NON_AUTH', 'AUTHENTICATED', 'authorized'],
    ['connected', 'added', 'NON_AUTH', 'AUTHENTICATED', 'authorized'],
    ['renewed', 'changed', 'REAUTH', 'AUTHENTICATED', 'authorized'],
    ['renewed', 'confirmed', 'AUTHENTICATED', 'AUTHENTICATED', 'authorized'],
    ['lapsed', 'changed', 'AUTHENTICATED', 'REAUTH', 'password_changed'],
    ['takenBack', 'changed', 'AUTHENTICATED', 'NON_AUTH', 'revoked_by_person'],
    ['takenBack', 'changed', 'REAUTH', 'NON_AUTH', 'account_gone'],
    ['paused', 'changed', 'AUTHENTICATED', 'AUTHENTICATED', 'paused_by_person'],
    ['resumed', 'changed', 'AUTHENTICATED', 'AUTHENTICATED', 'resumed_by_person'],
    ['added', 'added', 'NON_AUTH', 'NON_AUTH', 'added_by_admin'],
  ])('is %s: %s from %s to %s, %s', (event, outcome, from, to, cause) => {
    expect(ownEventOf({ outcome, from, to, cause })).toBe(event);
  });

  it.each([
    ['ignored', 'AUTHENTICATED', 'REAUTH', 'token_expired'],
    ['ignored', 'NON_AUTH', 'AUTHENTICATED', 'authorized'],
    ['confirmed', 'AUTHENTICATED', 'AUTHENTICATED', 'extended'],
    ['changed', 'NON_AUTH', 'NON_AUTH', 'marketplace_joined'],
  ])('is nothing to look for: %s from %s to %s, %s', (outcome, from, to, cause) => {
    expect(ownEventOf({ outcome, from, to, cause })).toBeUndefined();
  });
});
