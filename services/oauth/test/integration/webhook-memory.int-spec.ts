import { newId } from '@creator-connect/contracts';
import { signMetaRequest } from '@creator-connect/security/testing';
import { call, form } from '@creator-connect/platforms/testing';
import { ForgetWebhooks } from '../../src/webhooks/forget-webhooks';
import { OauthFixture } from './support/oauth-fixture';

const day = 86_400;

describe("the memory of platforms' messages", () => {
  let oauth: OauthFixture;
  const forget = () => oauth.door.app.get(ForgetWebhooks).run();
  const kept = () => oauth.count('webhook_inbox');
  const signed = () =>
    signMetaRequest(
      { algorithm: 'HMAC-SHA256', issued_at: Math.floor(Date.now() / 1000), user_id: newId() },
      oauth.sandbox.metaAppSecret,
    );
  const deliver = (door: string) =>
    call(`${oauth.publicUrl}/webhooks/instagram/${door}`, form([['signed_request', signed()]]));

  beforeAll(async () => {
    oauth = await OauthFixture.start({ WEBHOOK_KEEP_DAYS: '5', DELETION_STATUS_DAYS: '40' });
  });
  afterAll(() => oauth.stop());
  beforeEach(() => oauth.database.query('DELETE FROM oauth.webhook_inbox'));

  it('is kept while a message can come again, then deleted in chunks with what was done about it, and counted', async () => {
    await deliver('deauthorize');
    const rows = `SELECT gen_random_uuid() AS id, n FROM generate_series(1, 2500) n`;
    await oauth.database.query(
      `WITH messages AS (
         INSERT INTO oauth.webhook_inbox (id, platform, kind, delivery_hash)
         SELECT id, 'tiktok', 'removed', decode(md5(n::text), 'hex') FROM (${rows}) r RETURNING id)
       INSERT INTO oauth.reported_ends (id, org_id, webhook_id, grant_id, kind, cause, rule, occurred_at, done_at)
       SELECT gen_random_uuid(), gen_random_uuid(), id, gen_random_uuid(), 'revoked', 'revoked_by_person', 'r', now(), now()
         FROM messages`,
    );
    await oauth.advance(5 * day - 60);
    expect([await forget(), await kept()]).toEqual([0, 2_501]);
    await oauth.advance(120);
    const forgotten = await Promise.all([forget(), forget()]);
    expect(forgotten[0]! + forgotten[1]!).toBe(2_501);
    expect([await kept(), await oauth.count('reported_ends')]).toEqual([0, 0]);
    const { text } = await call(`${oauth.publicUrl}/metrics`);
    expect(text).toMatch(/^webhook_messages_forgotten_total 2501$/m);
    expect(text).toMatch(/^webhook_oldest_message_seconds 0$/m);
  });

  it('outlives its time where the effect has not come yet', async () => {
    const webhookId = newId();
    await oauth.database.query(
      `INSERT INTO oauth.webhook_inbox (id, platform, kind, delivery_hash, received_at)
       VALUES ($1, 'tiktok', 'removed', '\\x01', '2020-01-01')`,
      [webhookId],
    );
    const end = `INSERT INTO oauth.reported_ends (id, org_id, webhook_id, grant_id, kind, cause, rule, occurred_at)
                 VALUES ($1, $1, $2, $1, 'revoked', 'revoked_by_person', 'r', now())`;
    await oauth.database.query(end, [newId(), webhookId]);
    expect([await forget(), await kept()]).toEqual([0, 1]);
    await oauth.database.query('UPDATE oauth.reported_ends SET done_at = now()');
    expect([await forget(), await kept()]).toEqual([1, 0]);
  });

  it('lets the person who asked for a deletion look for longer', async () => {
    const { url } = (await deliver('data-deletion')).body as { url: string };
    await oauth.advance(39 * day - oauth.clock.ahead);
    await forget();
    expect((await call(url)).text).toContain('complete');
    await oauth.advance(2 * day);
    expect(await forget()).toBe(1);
    expect((await call(url)).status).toBe(404);
  });

  it('finds what is old by an index', async () => {
    const [{ definition } = { definition: '' }] = await oauth.database.query<{ definition: string }>(
      `SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'oauth' AND indexname = 'webhook_inbox_age'`,
    );
    expect(definition).toMatch(/USING btree \(received_at\)/);
  });
});
