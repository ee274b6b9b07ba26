import type { Identity } from '@creator-connect/security';
import { answerKeysOf, documentedAccess, membersOf } from '@creator-connect/security/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

describe('what answers of oauth hold (TE-08)', () => {
  let oauth: OauthFixture;

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  }, 120_000);
  afterAll(() => oauth?.stop());

  /** Attempts of one person that ended in every way there is, and what became of their accounts. */
  async function attemptsOf(creator: Creator) {
    const attempts: string[] = [];
    const attempt = async (...[platform, consent, socialAccountId]: Parameters<Creator['consent']>) => {
      const { id, transaction } = await creator.consent(platform, consent, socialAccountId);
      attempts.push(id);
      await oauth.forgetPersons();
      return { id, candidateIds: ((transaction['candidates'] ?? []) as { id: string }[]).map((one) => one.id) };
    };
    const confirm = async ({ id, candidateIds }: { id: string; candidateIds: string[] }) =>
      (await creator.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds })).body[
        'socialAccountIds'
      ] as string[];
    const pages = { persona: 'creator-two-pages', pages: ['110000000001102', '110000000001103'] };
    const both = { ...pages, instagram: ['17841000000000102', '17841000000000103'] };

    const halved = await attempt('instagram', both);
    const broken = { platform: 'facebook', kind: 'status', path: `*${halved.candidateIds[1]!}`, times: 5 } as const;
    await oauth.sandbox.fault(broken);
    await confirm(halved);
    await oauth.sandbox.clearFaults();
    const whole = await attempt('instagram', both);
    const accounts = await confirm(whole);
    const first = whole.candidateIds[0]!;
    const onePage = {
      ...both,
      pages: [first === both.instagram[0] ? both.pages[0]! : both.pages[1]!],
      instagram: [first],
    };
    await attempt('instagram', onePage, accounts[0]);
    await attempt('instagram', both, accounts[0]);
    await attempt('instagram', { persona: 'creator-permission-not-ticked', usual: true });

    const account = await creator.connect('tiktok', 'tiktok-everyday');
    oauth.accounts.expectation = { expectedHandle: 'sandbox.everyday' };
    await attempt('tiktok', { persona: 'tiktok-member' }, account);
    oauth.accounts.expectation = {};
    const { id, redirectTo } = await creator.start('tiktok');
    const state = new URL(redirectTo).searchParams.get('state')!;
    await creator.get(`/oauth/tiktok/callback?error=server_error&state=${state}`);
    const revoked = await creator.connect('tiktok', 'tiktok-few-views');
    await creator.post(`/v1/social-accounts/${revoked}/authorization/revocations`);
    await attempt('instagram', { persona: 'creator-page-without-instagram', usual: true });
    return { transactions: [...attempts, id], accounts: [account, revoked] };
  }

  it('is as docs/access says, and the description of the interface knows every key', async () => {
    const creator = new Creator(oauth);
    const { transactions, accounts } = await attemptsOf(creator);
    const org = { ...oauth.strangers(), id: creator.organisationId };
    const members = Object.entries(membersOf(org)).map(([name, identity]): [string, Identity] => [
      name,
      'org' in identity ? { ...identity, org: org.id } : identity,
    ]);
    const { table, undescribed, unshown } = await answerKeysOf(
      'oauth',
      oauth.door,
      {
        '/v1/connect-transactions': '/v1/connect-transactions',
        '/v1/connect-transactions/{id}': transactions.map((id) => `/v1/connect-transactions/${id}`),
        '/v1/social-accounts/{id}/authorization': accounts.map((id) => `/v1/social-accounts/${id}/authorization`),
      },
      { ...Object.fromEntries(members), creator: creator.identity },
    );
    expect(undescribed).toEqual([]);
    expect(unshown).toEqual([]);
    expect(table).toBe(documentedAccess('answers/oauth', table));
  }, 60_000);
});
