import { newId } from '@creator-connect/contracts';
import { Envelope } from '@creator-connect/security';
import type { OauthFixture } from './oauth-fixture';

export interface SeededGrant {
  organisation: string;
  influencer: string;
  account: string;
}

/** Live authorizations at TikTok with tokens that open, `each` of them a person's, written with few statements. */
export async function seedGrants(
  oauth: OauthFixture,
  { organisations, people, each }: { organisations: readonly string[]; people: number; each: number },
): Promise<SeededGrant[]> {
  const envelope = oauth.door.app.get(Envelope);
  const keys: [string, string, string][] = [];
  const grants: [string, string, string, string, string][] = [];
  const tokens: [string, string, string, string][] = [];
  for (let person = 0; person < people; person += 1) {
    const [organisation, influencer] = [organisations[person % organisations.length]!, newId()];
    const key = envelope.newDataKey();
    keys.push([organisation, influencer, envelope.wrap(key)]);
    for (let n = 0; n < each; n += 1) {
      const [connection, account] = [newId(), newId()];
      const place = { organisation, influencer, platform: 'tiktok', connection };
      const seal = (field: string, text: string) => envelope.seal(key, text, { ...place, field });
      const ids = seal('ids', JSON.stringify({ accountId: account, personId: account, pageId: null }));
      grants.push([connection, organisation, influencer, account, ids]);
      for (const field of ['access', 'refresh'])
        tokens.push([connection, field, organisation, seal(field, `drill-${field}`)]);
    }
  }
  const columnsOf = (rows: string[][]) => rows[0]!.map((_, column) => rows.map((row) => row[column]!));
  await oauth.database.query(
    'INSERT INTO oauth.data_keys (org_id, influencer_id, wrapped) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[])',
    columnsOf(keys),
  );
  await oauth.database.query(
    `INSERT INTO oauth.grants (id, org_id, influencer_id, social_account_id, sealed_ids, platform, state, version, token_version,
       event_version, flow, authorized_by, authorized_at, scopes, missing_scopes)
     SELECT g.*, 'tiktok', 'live', 1, 1, 1, 'dashboard', 'influencer', now(), '{user.info.basic}', '{}'
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) g`,
    columnsOf(grants),
  );
  await oauth.database.query(
    `INSERT INTO oauth.grant_tokens (grant_id, field, org_id, sealed)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[])`,
    columnsOf(tokens),
  );
  return grants.map(([, organisation, influencer, account]) => ({ organisation, influencer, account }));
}
