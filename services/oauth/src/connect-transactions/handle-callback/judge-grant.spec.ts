import { oauthErrors } from '@creator-connect/contracts';
import { type Candidate, type GrantInspection, type GrantTokens, INSTAGRAM_SCOPES } from '@creator-connect/platforms';
import { Secret } from '@creator-connect/security';
import { judgeGrant } from './judge-grant';

const hashOf = (_platform: string, id: string) => Buffer.from(id);
const tokens: GrantTokens = {
  accessToken: Secret.of('user-token'),
  accessExpiresAt: null,
  refreshToken: null,
  refreshExpiresAt: null,
  scopes: null,
  platformUserId: null,
};
const good: GrantInspection = {
  valid: true,
  issuedToUs: true,
  tokenType: 'user',
  platformUserId: '1',
  profileId: null,
  scopes: [...INSTAGRAM_SCOPES.required, 'public_profile'],
  granularScopes: [],
  issuedAt: null,
  expiresAt: new Date('2027-01-20T00:00:00Z'),
  dataAccessExpiresAt: null,
  deathCause: null,
};
const usable = (id: string): Candidate => ({
  id,
  usable: true,
  reason: null,
  account: { id, handle: `handle.${id}`, displayName: null, pictureUrl: null, followers: 5 },
  page: { id: `p${id}`, name: 'Page' },
  accessToken: Secret.of(`page-token-${id}`),
});
const unusable = (reason: Candidate['reason']): Candidate => ({
  id: 'page:1',
  usable: false,
  reason,
  account: null,
  page: { id: '1', name: 'Page' },
  accessToken: null,
});

const judge = (
  { inspection = {}, candidates = [usable('17')] }: { inspection?: Partial<GrantInspection>; candidates?: Candidate[] },
  expected: { accountHash?: Buffer; handle?: string } = {},
  given: Partial<GrantTokens> = {},
) =>
  judgeGrant(
    {
      platform: 'instagram',
      grants: {
        scopes: INSTAGRAM_SCOPES,
        inspect: async () => ({ ...good, ...inspection }),
        candidates: async () => candidates,
      } as unknown as Parameters<typeof judgeGrant>[0]['grants'],
    },
    { ...tokens, ...given },
    {
      expectation: { accountHash: null, handle: null, ...expected },
      hashOf,
      hashOfPerson: Buffer.from,
    },
  );
const refusal = async (judged: ReturnType<typeof judge>) => {
  const result = await judged;
  return 'refused' in result ? result.refused.failure.code : (result.staged.diagnosis?.cause ?? 'staged');
};

describe('a fresh grant', () => {
  it('is staged with what each account would be collected with', async () => {
    const judged = await judge({ candidates: [usable('17'), unusable('page_without_instagram')] });
    expect(judged).toMatchObject({
      staged: {
        personId: '1',
        personTokenExpiresAt: good.expiresAt,
        candidates: [
          { id: '17', eligible: true, reason: null, pageId: 'p17' },
          { id: 'page:1', eligible: false, reason: 'page_without_instagram' },
        ],
      },
    });
    expect(JSON.stringify(judged)).not.toContain('-token');
  });

  it.each<[string, Partial<GrantInspection>, string]>([
    ['of another app', { issuedToUs: false }, oauthErrors.foreignToken.code],
    ['of nobody', { platformUserId: null }, oauthErrors.foreignToken.code],
    ['that is dead', { valid: false }, oauthErrors.exchangeFailed.code],
    ['that may write', { scopes: [...good.scopes!, 'pages_manage_posts'] }, oauthErrors.scopesSurplus.code],
    ['that may read too little', { scopes: ['instagram_basic'] }, oauthErrors.scopesMissing.code],
  ])('%s is refused', async (_what, inspection, code) => {
    expect(await refusal(judge({ inspection }))).toBe(code);
  });

  it('of another person than the token answer named is refused', async () => {
    expect(await refusal(judge({}, {}, { platformUserId: '2' }))).toBe(oauthErrors.foreignToken.code);
  });

  it('names the person whose surplus has to be taken back, and the permissions that are missing', async () => {
    const scopes = [...good.scopes!, 'ads_management'];
    expect(await judge({ inspection: { scopes } })).toMatchObject({
      refused: { takeBack: { personId: '1', reason: 'scopes_surplus' } },
    });
    expect(await judge({ inspection: { scopes: INSTAGRAM_SCOPES.required.slice(2) } })).toMatchObject({
      refused: { takeBack: null, failure: { missingScopes: INSTAGRAM_SCOPES.required.slice(0, 2) } },
    });
  });

  it('is kept with what is in the way, so that another look needs no login', async () => {
    expect(await refusal(judge({ candidates: [] }))).toBe('no_page');
    const bare = unusable('page_without_instagram');
    expect(await refusal(judge({ candidates: [bare, bare] }))).toBe('page_without_instagram');
    expect(await refusal(judge({ candidates: [bare, unusable('page_not_shared')] }))).toBe('page_in_portfolio');
    expect(await refusal(judge({ candidates: [bare, usable('17')] }))).toBe('staged');
    const ticked = [{ scope: 'pages_show_list', targetIds: [] }];
    expect(await refusal(judge({ candidates: [], inspection: { granularScopes: ticked } }))).toBe('page_not_ticked');
  });

  it('says what the person chose at the platform, whether it is kept or not', async () => {
    const granularScopes = [{ scope: 'instagram_basic', targetIds: ['17'] }];
    const chosen = { personId: '1', tickedAccounts: ['17'], tickedPages: null };
    const kept = await judge({ inspection: { granularScopes } });
    expect(kept.consent).toEqual({ ...chosen, missingScopes: [] });
    const scopes = INSTAGRAM_SCOPES.required.slice(1);
    const refused = await judge({ inspection: { granularScopes, scopes } });
    expect(refused.consent).toEqual({ ...chosen, missingScopes: ['instagram_basic'] });
    expect((await judge({ inspection: { issuedToUs: false } })).consent).toBeNull();
  });

  it('offers the expected account alone, and refuses when only others came', async () => {
    const expected = { accountHash: Buffer.from('18') };
    const both = await judge({ candidates: [usable('17'), usable('18')] }, expected);
    expect(both).toMatchObject({
      staged: { candidates: [{ eligible: false, reason: 'other_account', accessToken: null }, { eligible: true }] },
    });
    const other = await judge({ candidates: [usable('17')] }, { ...expected, handle: 'ana' });
    expect(other).toMatchObject({
      refused: {
        failure: { code: 'oauth.other_account', expectedHandle: 'ana', arrivedHandle: 'handle.17' },
        takeBack: { personId: '1', reason: 'other_account' },
      },
    });
  });
});
