import { allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tenantTables = [
  'organisations',
  'memberships',
  'influencers',
  'social_accounts',
  'social_account_history',
  'authorization_requests',
  'authorization_request_items',
  'authorization_links',
  'link_quotas',
  'campaigns',
  'campaign_influencers',
];

/** Children name their parents by (org_id, id), so that no row can hang on a parent of another organisation. */
export class CreateAccounts1790000000300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(organisations);
    await db.query(socialAccounts);
    await db.query(authorizationRequests);
    await db.query(campaigns);
    for (const table of tenantTables) await enableTenancy(db, table);
    await allowRouting(db, 'organisations', ['org_id', 'name']);
    await allowRouting(db, 'memberships', ['org_id', 'user_id', 'role']);
    await allowRouting(db, 'influencers', ['id', 'org_id', 'email_hash']);
    await allowRouting(db, 'social_accounts', ['id', 'org_id', 'reserved_until']);
    await allowRouting(db, 'authorization_requests', ['id', 'org_id', 'status', 'expires_at']);
    await allowRouting(db, 'authorization_links', ['org_id', 'token_hash']);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of tenantTables.toReversed()) await db.query(`DROP TABLE ${table}`);
    await db.query('DROP TABLE organisation_slugs');
  }
}

const organisations = `
  CREATE TABLE organisations (
    org_id uuid PRIMARY KEY,
    name text NOT NULL,
    slug text NOT NULL,
    outbound_email_verified_at timestamptz,
    created_at timestamptz NOT NULL
  );

  -- A public directory (the slug is part of a public address), hence the one table without an organisation's wall.
  CREATE TABLE organisation_slugs (
    slug text PRIMARY KEY,
    organisation_id uuid NOT NULL UNIQUE
  );

  CREATE TABLE memberships (
    org_id uuid NOT NULL REFERENCES organisations (org_id),
    user_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('owner', 'admin', 'viewer')),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, user_id)
  );
  CREATE INDEX memberships_user ON memberships (user_id);

  CREATE TABLE influencers (
    id uuid PRIMARY KEY,
    org_id uuid NOT NULL REFERENCES organisations (org_id),
    name text NOT NULL,
    email text NOT NULL,
    email_hash bytea NOT NULL,
    locale text NOT NULL,
    time_zone text NOT NULL,
    approved_at timestamptz,
    created_at timestamptz NOT NULL,
    version bigint NOT NULL,
    UNIQUE (org_id, id),
    UNIQUE (org_id, email_hash)
  );
  CREATE INDEX influencers_email ON influencers (email_hash);
`;

const socialAccounts = `
  CREATE TABLE social_accounts (
    id uuid PRIMARY KEY,
    org_id uuid NOT NULL,
    influencer_id uuid NOT NULL,
    platform text NOT NULL CHECK (platform IN ('instagram', 'tiktok', 'youtube')),
    -- unknown for a marketplace account that TikTok only names by its handle
    platform_account_id text,
    handle text NOT NULL,
    display_name text NOT NULL,
    auth_state text NOT NULL CHECK (auth_state IN ('NON_AUTH', 'AUTHENTICATED', 'REAUTH')),
    marketplace text CHECK (marketplace IN ('TTCM', 'INVITED', 'NON_TTCM')),
    marketplace_at timestamptz,
    revoked boolean NOT NULL DEFAULT false,
    tracked boolean NOT NULL DEFAULT false,
    cause text NOT NULL,
    cause_at timestamptz NOT NULL,
    grant_version integer NOT NULL DEFAULT 0,
    authorized_at timestamptz,
    grant_ends_at timestamptz,
    missing_scopes text[] NOT NULL DEFAULT '{}',
    -- set while oauth holds the id for a connection that is not authorized yet; such an account is invisible
    reserved_until timestamptz,
    created_at timestamptz NOT NULL,
    version bigint NOT NULL,
    UNIQUE (org_id, id),
    UNIQUE (org_id, platform, platform_account_id),
    FOREIGN KEY (org_id, influencer_id) REFERENCES influencers (org_id, id),
    CHECK ((platform = 'tiktok') = (marketplace IS NOT NULL))
  );
  CREATE UNIQUE INDEX social_accounts_by_handle ON social_accounts (org_id, platform, lower(handle))
    WHERE platform_account_id IS NULL;
  CREATE INDEX social_accounts_list ON social_accounts (org_id, id DESC) WHERE reserved_until IS NULL;
  CREATE INDEX social_accounts_filter ON social_accounts (org_id, platform, auth_state, id DESC)
    WHERE reserved_until IS NULL;
  CREATE INDEX social_accounts_influencer ON social_accounts (org_id, influencer_id, id DESC)
    WHERE reserved_until IS NULL;
  CREATE INDEX social_accounts_attention ON social_accounts (org_id, influencer_id)
    WHERE reserved_until IS NULL AND auth_state <> 'AUTHENTICATED';
  CREATE INDEX social_accounts_reserved ON social_accounts (reserved_until) WHERE reserved_until IS NOT NULL;

  CREATE TABLE social_account_history (
    id uuid PRIMARY KEY,
    org_id uuid NOT NULL,
    social_account_id uuid NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('added', 'changed', 'confirmed', 'ignored')),
    from_state text NOT NULL,
    to_state text NOT NULL,
    from_marketplace text,
    to_marketplace text,
    tracked boolean NOT NULL,
    cause text NOT NULL,
    actor text NOT NULL,
    event_id text,
    rule text,
    at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    FOREIGN KEY (org_id, social_account_id) REFERENCES social_accounts (org_id, id) ON DELETE CASCADE
  );
  CREATE INDEX social_account_history_list ON social_account_history (org_id, social_account_id, id DESC);`;

const authorizationRequests = `
  CREATE TABLE authorization_requests (
    id uuid PRIMARY KEY,
    org_id uuid NOT NULL,
    influencer_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'finished', 'withdrawn', 'expired')),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    closed_at timestamptz,
    UNIQUE (org_id, id),
    FOREIGN KEY (org_id, influencer_id) REFERENCES influencers (org_id, id)
  );
  CREATE INDEX authorization_requests_list ON authorization_requests (org_id, id DESC);
  CREATE INDEX authorization_requests_influencer ON authorization_requests (org_id, influencer_id, id DESC);
  CREATE INDEX authorization_requests_due ON authorization_requests (expires_at) WHERE status = 'open';

  CREATE TABLE authorization_request_items (
    id uuid PRIMARY KEY,
    org_id uuid NOT NULL,
    authorization_request_id uuid NOT NULL,
    platform text NOT NULL CHECK (platform IN ('instagram', 'tiktok', 'youtube')),
    -- null: an account that is not known here yet
    social_account_id uuid,
    -- as typed by an admin; never a proof of identity
    expected_handle text,
    done_at timestamptz,
    done_account_id uuid,
    FOREIGN KEY (org_id, authorization_request_id) REFERENCES authorization_requests (org_id, id) ON DELETE CASCADE,
    FOREIGN KEY (org_id, social_account_id) REFERENCES social_accounts (org_id, id) ON DELETE CASCADE
  );
  CREATE INDEX authorization_request_items_request
    ON authorization_request_items (org_id, authorization_request_id);
  CREATE INDEX authorization_request_items_account
    ON authorization_request_items (org_id, social_account_id) WHERE social_account_id IS NOT NULL;

  CREATE TABLE authorization_links (
    id uuid PRIMARY KEY,
    org_id uuid NOT NULL,
    authorization_request_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    delivery text NOT NULL CHECK (delivery IN ('copy', 'email')),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    UNIQUE (org_id, token_hash),
    FOREIGN KEY (org_id, authorization_request_id) REFERENCES authorization_requests (org_id, id) ON DELETE CASCADE
  );
  CREATE INDEX authorization_links_token ON authorization_links (token_hash);
  CREATE INDEX authorization_links_request ON authorization_links (org_id, authorization_request_id);

  CREATE TABLE link_quotas (
    org_id uuid NOT NULL,
    day date NOT NULL,
    used integer NOT NULL,
    PRIMARY KEY (org_id, day)
  );`;

const campaigns = `
  CREATE TABLE campaigns (
    id uuid PRIMARY KEY,
    org_id uuid NOT NULL REFERENCES organisations (org_id),
    name text NOT NULL,
    starts_on date,
    ends_on date,
    created_at timestamptz NOT NULL,
    version bigint NOT NULL,
    UNIQUE (org_id, id),
    CHECK (ends_on >= starts_on)
  );
  CREATE INDEX campaigns_list ON campaigns (org_id, id DESC);

  CREATE TABLE campaign_influencers (
    org_id uuid NOT NULL,
    campaign_id uuid NOT NULL,
    influencer_id uuid NOT NULL,
    added_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, campaign_id, influencer_id),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id) ON DELETE CASCADE,
    FOREIGN KEY (org_id, influencer_id) REFERENCES influencers (org_id, id) ON DELETE CASCADE
  );
  CREATE INDEX campaign_influencers_influencer ON campaign_influencers (org_id, influencer_id);`;
