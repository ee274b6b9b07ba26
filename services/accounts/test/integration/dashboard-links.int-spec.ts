import { newId } from '@creator-connect/contracts';
import { Housekeeping } from '../../src/housekeeping/housekeeping';
import { AccountsFixture, influencerIdentity, tokenHashOf, type Organisation } from './support/accounts-fixture';

interface Recipient {
  link: { url: string; expiresAt: string } | null;
}

const dayMs = 86_400_000;

describe('the link of the mail that lets somebody in', () => {
  let fixture: AccountsFixture;
  let org: Organisation;
  let influencerId: string;
  const email = 'let-in@example.com';

  beforeAll(async () => {
    fixture = await AccountsFixture.start();
  }, 60_000);
  afterAll(() => fixture?.stop());
  beforeEach(async () => {
    org = await fixture.anOrganisation();
    influencerId = await fixture.anInfluencer(org, email);
  });

  const recipient = async (question: object = {}) => {
    const about = { organisationId: org.id, influencerId, purpose: 'approved', accountIds: [], messageId: newId() };
    const door = fixture.from('notifications');
    return (await door.post<Recipient>('/internal/message-recipients', { ...about, ...question })).body;
  };
  const mailed = async (question: object = {}) => {
    const { link } = await recipient(question);
    return new URL(link!.url).hash.slice(1);
  };
  const use = (token: string) =>
    fixture.from('gateway').post('/internal/dashboard-link-uses', { tokenHash: tokenHashOf(token) });
  const links = () =>
    fixture.database.query('SELECT message_id FROM accounts.dashboard_links WHERE org_id = $1', [org.id]);

  it('signs its reader in once, into the organisation that let them in', async () => {
    const elsewhere = await fixture.anOrganisation('Elsewhere');
    await fixture.anInfluencer(elsewhere, email);
    const { link } = await recipient();
    const url = new URL(link!.url);
    expect([url.pathname, url.search, url.hash]).toEqual(['/sign-in', '', expect.stringMatching(/^#[\w-]{43}$/)]);
    const life = Date.parse(link!.expiresAt) - Date.now();
    expect([life > 3 * dayMs - 60_000, life <= 3 * dayMs]).toEqual([true, true]);

    const token = url.hash.slice(1);
    expect(await use(token)).toMatchObject({ status: 200, body: { organisationId: org.id, influencerId, email } });
    expect(await use(token)).toMatchObject({ status: 404, body: { code: 'accounts.not_found' } });
    expect(await use('x'.repeat(43))).toMatchObject({ status: 404, body: { code: 'accounts.not_found' } });
  });

  it('is pressed by many at once, and opens for one', async () => {
    const token = await mailed();
    const answers = await Promise.all(Array.from({ length: 10 }, () => use(token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(9);
  });

  it('is stored as a hash, and stands in no event', async () => {
    const token = await mailed();
    for (const table of ['dashboard_links', 'influencers', 'outbox']) {
      const rows = await fixture.database.query<{ text: string }>(`SELECT t::text AS text FROM accounts.${table} t`);
      expect(rows.filter(({ text }) => text.includes(token))).toEqual([]);
    }
    expect(await links()).toHaveLength(1);
  });

  it('of a mail that is written again is a new one, and the one before opens nothing', async () => {
    const messageId = newId();
    const [first, second] = [await mailed({ messageId }), await mailed({ messageId })];
    expect(await links()).toEqual([{ message_id: messageId }]);
    expect((await use(first)).status).toBe(404);
    expect((await use(second)).status).toBe(200);
    expect(await links()).toEqual([]);
  });

  it('ends after three days, with the mailbox that it went to, and with its reader’s entry', async () => {
    const late = await mailed();
    const ended = `UPDATE accounts.dashboard_links SET expires_at = now() WHERE org_id = $1`;
    await fixture.database.query(ended, [org.id]);
    expect((await use(late)).status).toBe(404);
    await fixture.app.get(Housekeeping).run();
    expect(await links()).toEqual([]);

    const moved = await mailed();
    const elsewhere = `UPDATE accounts.influencers SET email = 'new@example.com', email_hash = sha256('new@example.com')
                        WHERE id = $1`;
    await fixture.database.query(elsewhere, [influencerId]);
    expect((await use(moved)).status).toBe(404);

    const gone = await mailed();
    const itself = { ...influencerIdentity(org, influencerId), auth_time: Math.floor(Date.now() / 1000) };
    const erased = await fixture.as(itself).post('/v1/own-data/erasure', { organisation: org.name });
    expect(erased.status).toBe(200);
    expect((await use(gone)).status).toBe(404);
    expect(await links()).toEqual([]);
  });

  it('is in no other mail, and in none that is not written', async () => {
    expect((await recipient({ purpose: 'merge-question' })).link).toBeNull();
    expect((await recipient({ purpose: 'authenticated' })).link).toBeNull();
    expect((await recipient({ messageId: undefined })).link).toBeNull();
    expect(await links()).toEqual([]);
  });

  it('is for the gateway alone to use', async () => {
    const tokenHash = tokenHashOf(await mailed());
    for (const service of ['notifications', 'oauth'])
      expect((await fixture.from(service).post('/internal/dashboard-link-uses', { tokenHash })).status).toBe(403);
    expect(await links()).toHaveLength(1);
  });
});
