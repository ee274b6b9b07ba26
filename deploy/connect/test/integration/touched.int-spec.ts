import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

const root = join(__dirname, '../../../..');
const run = promisify(execFile);
const services = ['gateway', 'accounts', 'oauth'] as const;

/** The databases of three services as they are deployed, and the command beside them. */
describe('whose data somebody touched between two times (PR-08)', () => {
  const name = `touched_${randomBytes(4).toString('hex')}`;
  const folder = mkdtempSync(join(tmpdir(), 'touched-'));
  const server = process.env['DATABASE_URL']!;
  let admin: Client;

  const [org, elsewhere, alice, bob, key] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const [page, account, campaign, roster, later, merged, abroad] = Array.from({ length: 7 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const [channel, removed, campaignId] = [randomUUID(), randomUUID(), randomUUID()];

  const touched = async (by: string, from: string, to: string) => {
    const files = services.flatMap((service) => [`--${service}-env`, join(folder, `${service}.env`)]);
    const args = ['touched', '--by', by, '--from', from, '--to', to, ...files];
    const { stdout, stderr } = await run(process.execPath, [join(root, 'deploy/connect/dist/cli.js'), ...args]);
    const [head, ...lines] = stdout.trim().split('\n');
    expect(head).toBe('organisation,influencer,how,firstDay,lastDay');
    return { lines: lines.toSorted(), people: lines.map((line) => line.split(',')[1]!).toSorted(), stderr };
  };

  beforeAll(async () => {
    const first = new Client({ connectionString: server });
    await first.connect();
    await first.query(`CREATE DATABASE ${name}`);
    await first.end();
    const url = new URL(server);
    url.pathname = `/${name}`;
    for (const service of services) {
      const password = randomBytes(12).toString('hex');
      const env = { PATH: process.env['PATH'], MIGRATION_DATABASE_URL: url.toString() };
      const passwords = { DATABASE_APP_PASSWORD: password, DATABASE_ROUTER_PASSWORD: password };
      await run(process.execPath, [join(root, 'services', service, 'dist/migrate.js')], {
        env: { ...env, ...passwords },
      });
      const as = (role: string) => `postgres://${service}_${role}:${password}@${url.host}/${name}`;
      writeFileSync(join(folder, `${service}.env`), `DATABASE_URL=${as('app')}\nDATABASE_ROUTER_URL=${as('router')}\n`);
    }
    admin = new Client({ connectionString: url.toString() });
    await admin.connect();
    await furnish();
  }, 120_000);

  afterAll(async () => {
    await admin?.end();
    const last = new Client({ connectionString: server });
    await last.connect();
    await last.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await last.end();
    rmSync(folder, { recursive: true });
  });

  async function furnish(): Promise<void> {
    await admin.query(
      `INSERT INTO gateway.users (id, email, name, disabled_at) VALUES ($1, 'alice@example.com', 'A', now())`,
      [alice],
    );
    for (const id of [org, elsewhere])
      await admin.query(
        `INSERT INTO accounts.organisations (org_id, name, slug, created_at) VALUES ($1, 'o', $2, '2026-01-01')`,
        [id, id],
      );
    const people = [page, account, campaign, roster, later, abroad];
    for (const id of people) {
      await admin.query(
        `INSERT INTO accounts.influencers (id, org_id, name, email, email_hash, locale, time_zone, created_at, approved_at, version)
         VALUES ($1, $2, 'n', 'e', decode(md5($3), 'hex'), 'en', 'UTC', $4::timestamptz, $4::timestamptz, 1)`,
        [id, id === abroad ? elsewhere : org, id, id === later ? '2026-11-20' : '2026-01-01'],
      );
    }
    await admin.query(
      `INSERT INTO accounts.social_accounts (id, org_id, influencer_id, platform, handle, display_name, auth_state, cause, cause_at, created_at, version)
       VALUES ($1, $2, $3, 'youtube', 'h', 'd', 'NON_AUTH', 'added', now(), now(), 1)`,
      [channel, org, account],
    );
    await admin.query(
      `INSERT INTO accounts.campaigns (id, org_id, name, starts_on, ends_on, created_at, version)
       VALUES ($1, $2, 'c', '2026-11-01', '2026-12-01', now(), 1)`,
      [campaignId, org],
    );
    await admin.query(`INSERT INTO accounts.campaign_influencers VALUES ($1, $2, $3, '2026-11-01')`, [
      org,
      campaignId,
      campaign,
    ]);
    await admin.query(
      `INSERT INTO accounts.merged_influencers (org_id, influencer_id, kept_id, name, merged_by, confirmed_by_person, merged_at, version)
       VALUES ($1, $2, $3, 'n', 'm', true, now(), 1)`,
      [org, merged, page],
    );
    // An account that was removed since: only oauth still knows whose it was.
    await admin.query(
      `INSERT INTO oauth.grants (id, org_id, influencer_id, social_account_id, platform, state, version, token_version, event_version, flow,
         authorized_by, authorized_at, scopes, missing_scopes)
       VALUES (gen_random_uuid(), $1, $2, $3, 'tiktok', 'revoked', 1, 1, 1, 'dashboard', 'influencer', now(), '{}', '{}')`,
      [org, roster, removed],
    );
    const looked = (viewer: string, kind: string, subject: string, at: string, areas: string[], where = org) =>
      admin.query(
        `INSERT INTO gateway.data_views (org_id, subject_id, day, viewer_id, viewer_role, subject_kind, areas, first_at)
         VALUES ($1, $2, ($3::timestamptz AT TIME ZONE 'UTC')::date, $4, 'admin', $5, $6, $3)`,
        [where, subject, at, viewer, kind, areas],
      );
    await looked(alice, 'influencer', page, '2026-11-10T09:00Z', ['profile', 'mails']);
    await looked(alice, 'account', channel, '2026-11-11T09:00Z', ['export', 'posts']);
    await looked(alice, 'campaign', campaignId, '2026-11-11T10:00Z', ['campaign']);
    await looked(alice, 'roster', org, '2026-11-14T10:00Z', ['list']);
    await looked(bob, 'influencer', roster, '2026-11-10T09:00Z', ['profile']);
    await looked(key, 'influencer', abroad, '2026-11-10T09:00Z', ['profile'], elsewhere);
    await looked(key, 'account', removed, '2026-11-10T09:00Z', ['posts']);
    const opened = (influencer: string, service: string, at: string) =>
      admin.query(
        `INSERT INTO oauth.vault_reads (id, org_id, influencer_id, connection_id, field, service, purpose, correlation_id, read_at)
         VALUES (gen_random_uuid(), $1, $2, $2, 'access', $3, 'collect', 'c', $4)`,
        [org, influencer, service, at],
      );
    await opened(account, 'collector', '2026-11-10T03:00:00Z');
    await opened(account, 'collector', '2026-11-11T03:00:00Z');
    await opened(merged, 'collector', '2026-11-10T04:00:00Z');
    await opened(campaign, 'collector', '2026-11-10T02:59:59Z');
    await opened(roster, 'oauth', '2026-11-10T04:00:00Z');
  }

  it('PR-08: names exactly the people whom a member looked at, one by one, by an account and in a campaign', async () => {
    const { lines, stderr } = await touched('alice@example.com', '2026-11-10T00:00Z', '2026-11-12T00:00Z');
    expect(lines).toEqual(
      [
        `${org},${page},mails; profile,2026-11-10,2026-11-10`,
        `${org},${account},export; posts,2026-11-11,2026-11-11`,
        `${org},${campaign},campaign,2026-11-11,2026-11-11`,
      ].toSorted(),
    );
    expect(stderr).toContain('3 people');
    expect(stderr).toContain(campaignId);
  });

  it('PR-08: names everybody who was in the roster when it was looked at, and counts a day that began before as a whole', async () => {
    expect((await touched(alice, '2026-11-14T12:00Z', '2026-11-14T13:00Z')).people).toEqual(
      [page, account, campaign, roster].toSorted(),
    );
    expect((await touched(alice, '2026-11-14T00:00Z', '2026-11-14T09:59Z')).people).toEqual([]);
    expect((await touched(bob, '2026-11-10T00:00Z', '2026-11-12T00:00Z')).people).toEqual([roster]);
  });

  it('PR-08: names people of every organisation, also those whose account was removed since', async () => {
    expect((await touched(key, '2026-11-10T00:00Z', '2026-11-10T23:59Z')).people).toEqual([abroad, roster].toSorted());
  });

  it('PR-08: names exactly the people whose secrets a service opened, to the second, under the entry that is kept', async () => {
    expect((await touched('collector', '2026-11-10T03:00Z', '2026-11-11T02:59Z')).lines).toEqual(
      [
        `${org},${account},token: collect,2026-11-10,2026-11-10`,
        `${org},${page},token: collect,2026-11-10,2026-11-10`,
      ].toSorted(),
    );
    const nobody = await touched('colector', '2026-11-10T00:00Z', '2026-11-12T00:00Z');
    expect(nobody.people).toEqual([]);
    expect(nobody.stderr).toContain('collector, oauth');
  });
});
