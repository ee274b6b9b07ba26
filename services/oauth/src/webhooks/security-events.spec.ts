import { SecurityEventRefused } from '@creator-connect/security';
import { readSecurityEvents } from './security-events';

const prefix = 'https://schemas.openid.net/secevent/';
const subject = { subject_type: 'iss-sub', iss: 'https://accounts.google.com/', sub: '1021' };
const read = (type: string, payload: unknown = { subject }) => readSecurityEvents({ [prefix + type]: payload });

describe('what security events say about a grant', () => {
  it.each([
    ['oauth/event-type/tokens-revoked', {}, { kind: 'expired', cause: 'session_invalidated' }],
    ['risc/event-type/account-disabled', { reason: 'hijacking' }, { kind: 'expired', cause: 'checkpointed' }],
    ['risc/event-type/account-disabled', { reason: 'bulk-account' }, { kind: 'expired', cause: 'account_gone' }],
    ['risc/event-type/account-disabled', {}, { kind: 'expired', cause: 'account_gone' }],
    ['risc/event-type/account-purged', {}, { kind: 'expired', cause: 'account_gone' }],
    ['risc/event-type/account-enabled', {}, { kind: 'restored', cause: null }],
    ['risc/event-type/sessions-revoked', {}, { kind: 'doubted', cause: null }],
    ['risc/event-type/account-credential-change-required', {}, { kind: 'doubted', cause: null }],
  ])('%s %j', (type, more, report) => {
    const rule = `youtube.${type.split('/').at(-1)}`;
    expect(read(type, { subject, ...more })).toEqual([{ about: { personId: '1021' }, report, rule }]);
  });

  it('is the person’s own end when it names a token', () => {
    const token = { token_type: 'refresh_token', token_identifier_alg: 'prefix', token: '1//0abc' };
    expect(read('oauth/event-type/token-revoked', { subject: { subject_type: 'oauth_token', ...token } })).toEqual([
      {
        about: { token: { alg: 'prefix', value: '1//0abc' } },
        report: { kind: 'revoked', cause: 'revoked_by_person' },
        rule: 'youtube.token-revoked',
      },
    ]);
  });

  it.each(['risc/event-type/verification', 'risc/event-type/later', 'toString', '__proto__'])(
    'is nothing for %s',
    (type) => {
      expect(read(type, { state: 'x' })).toEqual([]);
    },
  );

  it.each([
    ['nothing', null],
    ['no subject', {}],
    ['a subject without a name', { subject: { subject_type: 'iss-sub', iss: subject.iss } }],
    ['a token without a way to find it', { subject: { subject_type: 'oauth_token', token: 'x' } }],
    ['an account of somebody else', { subject: { ...subject, iss: 'https://idp.example.com' } }],
  ])('is refused when it is about %s', (_what, payload) => {
    expect(() => read('oauth/event-type/tokens-revoked', payload)).toThrow(SecurityEventRefused);
  });
});
