import { oauthErrors } from '@creator-connect/contracts';
import { causeByCode, causes } from './causes';
import { diagnose, diagnoseChannels, type Evidence, type SeenPage } from './diagnose';

const page = (reason: SeenPage['reason'], more: Partial<SeenPage> = {}): SeenPage => ({
  page: `Page of ${reason}`,
  handle: null,
  reason,
  expected: true,
  ...more,
});
const another = page(null, { page: 'Other Page', handle: 'somebody.else', expected: false });
const evidence = (more: Partial<Evidence>): Evidence => ({
  pages: [],
  tickedPages: null,
  expectedWasTicked: false,
  expectedHandle: null,
  ...more,
});

describe('why no Instagram account can be connected', () => {
  it.each<[string, Partial<Evidence>, string | undefined]>([
    ['nothing: one can be chosen', { pages: [page('page_without_instagram'), page(null)] }, undefined],
    ['no Page is there, and none was left out', {}, 'no_page'],
    ['no Page was ticked', { tickedPages: [] }, 'page_not_ticked'],
    ['the Page shows no account', { pages: [page('page_without_instagram')] }, 'page_without_instagram'],
    ['the account was left out', { pages: [page('instagram_not_shared')] }, 'instagram_not_ticked'],
    ['the account is personal', { pages: [page('instagram_personal')] }, 'personal_account'],
    ['the account hangs on another Page', { pages: [page('instagram_on_another_page')] }, 'on_another_page'],
    ['Facebook made the Page', { pages: [page('page_role_insufficient', { handle: 'a' })] }, 'placeholder_page'],
    ['the Page gives no token', { pages: [page('page_token_missing', { handle: 'a' })] }, 'page_access_missing'],
    ['a portfolio keeps the Page back', { pages: [page('page_not_shared')], tickedPages: ['1'] }, 'page_in_portfolio'],
    ['another account came', { pages: [another], expectedHandle: 'ana' }, 'expected_not_offered'],
    // What was ticked belongs to this profile, so it is no other one.
    ['the expected account hangs elsewhere', { pages: [another], expectedWasTicked: true }, 'on_another_page'],
    [
      'the expected account’s Page is kept back',
      { pages: [another, page('page_not_shared')], expectedWasTicked: true },
      'page_in_portfolio',
    ],
    // The expected account is visible and barred: its own bar counts, not the other account.
    [
      'the expected account was left out',
      { pages: [another, page('instagram_not_shared', { handle: 'ana' })] },
      'instagram_not_ticked',
    ],
    [
      'another account came, and a bare Page',
      { pages: [another, page('page_without_instagram')], expectedHandle: 'ana' },
      'expected_not_offered',
    ],
    // Several Pages, several reasons: one cause all the same.
    [
      'of the strongest proof',
      { pages: [page('page_without_instagram'), page('instagram_personal'), page('page_not_shared')] },
      'page_in_portfolio',
    ],
  ])('%s', (_what, more, cause) => {
    expect(diagnose(evidence(more))?.cause).toBe(cause);
  });

  it('names the Pages it is about, and both sides of a mismatch', () => {
    const two = [page('page_without_instagram', { page: 'Lonely Page' }), page('instagram_personal')];
    expect(diagnose(evidence({ pages: two }))).toMatchObject({ pages: ['Page of instagram_personal'] });
    expect(diagnose(evidence({ pages: [another], expectedHandle: 'ana' }))).toMatchObject({
      expectedHandle: 'ana',
      arrivedHandles: ['somebody.else'],
    });
    // Somebody else's account is nobody's business where the cause is another one.
    expect(diagnose(evidence({ pages: [page('page_without_instagram')], expectedHandle: 'ana' }))).toMatchObject({
      expectedHandle: null,
      arrivedHandles: [],
    });
  });
});

it('names the account at Google that has no channel, and nothing else', () => {
  expect(diagnoseChannels(0)).toMatchObject({ cause: 'no_channel' });
  expect(diagnoseChannels(1)).toBeNull();
});

describe('the list of causes', () => {
  it('has a code of its own for each, in the catalogue', () => {
    const codes = Object.values(causes).map(({ error }) => error.code);
    expect(new Set(codes).size).toBe(codes.length);
    const known = Object.values(oauthErrors).map(({ code }) => code);
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
    expect(causeByCode('oauth.scopes_missing')).toBe('permissions_not_ticked');
    expect(causeByCode('oauth.exchange_failed')).toBeNull();
  });
});
