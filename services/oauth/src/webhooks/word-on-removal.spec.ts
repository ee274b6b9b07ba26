import { PlatformError } from '@creator-connect/platforms';
import type { Finding } from '../verification/ask-platform';
import { wordOf } from './word-on-removal';

const now = new Date();
const later = new Date(now.getTime() + 60_000);
const earlier = new Date(now.getTime() - 1);
const dead = (kind: 'revoked' | 'expired'): Finding => ({
  state: 'dead',
  death: { kind, cause: kind === 'revoked' ? 'revoked_by_person' : 'password_changed' },
  rule: 'r',
  answer: null,
});
const refused: Finding = { state: 'access_refused', error: Object.create(PlatformError.prototype) as PlatformError };

describe('the word of a look at a grant that is about as old as a removal', () => {
  it.each<[string, Finding, Date | null, string]>([
    ['it reads', { state: 'alive', scopes: null, expiresAt: null, dataAccessExpiresAt: null }, later, 'stands'],
    ['the person took it back', dead('revoked'), null, 'taken_back'],
    ['it died of something else', dead('expired'), null, 'something_else'],
    ['a living token is refused', refused, later, 'taken_back'],
    ['a token without an end is refused', refused, null, 'taken_back'],
    ['a token that has run out is refused', refused, earlier, 'something_else'],
    ['the platform is down', { state: 'unknown', failure: { kind: 'transient' } }, later, 'unknown'],
  ])('%s', (_what, finding, accessExpiresAt, word) => {
    expect(wordOf(finding, { accessExpiresAt }, now)).toBe(word);
  });
});
