import type { Client } from 'pg';
import { OperatorError } from '../operator-error';

/** Somebody whose data was read. Ids and days only: whom they are the organisation knows. */
export interface TouchedPerson {
  organisation: string;
  influencer: string;
  /** Kinds of data, or what a secret was opened for. */
  how: string;
  firstDay: string;
  lastDay: string;
}

export interface Touched {
  people: TouchedPerson[];
  notes: string[];
}

export interface Period {
  from: Date;
  to: Date;
}

/** Connections with the routers' rights, which see ids and times of all organisations and no content. */
export interface Records {
  gateway: Client;
  accounts: Client;
  oauth: Client;
}

interface Touch {
  organisation: string;
  influencer: string;
  how: string;
  first: string;
  last: string;
}

interface View {
  organisation: string;
  kind: 'influencer' | 'account' | 'campaign' | 'roster';
  subject: string;
  area: string;
  first: string;
  last: string;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * People whose data a member, an API key or a service touched between two times (security PR-08). Rather one too many than
 * one too few: of a day only the first look is dated, so a day that the period touches counts as a whole, and a list or a
 * campaign shows everybody who is in it.
 */
export async function touchedBy(records: Records, who: string, period: Period): Promise<Touched> {
  const { touches, notes } = uuid.test(who)
    ? await byViewer(records, who, period)
    : await byService(records.oauth, who, period);
  return { people: await asPeople(records.accounts, touches), notes };
}

async function byService(oauth: Client, service: string, { from, to }: Period) {
  const { rows: touches } = await oauth.query<Touch>(
    `SELECT org_id AS organisation, influencer_id AS influencer, 'token: ' || purpose AS how,
            ${dayOf('min(read_at)')} AS first, ${dayOf('max(read_at)')} AS last
       FROM vault_reads WHERE service = $1 AND read_at BETWEEN $2 AND $3 GROUP BY org_id, influencer_id, purpose`,
    [service, from, to],
  );
  if (touches.length > 0) return { touches, notes: [] };
  const { rows } = await oauth.query<{ service: string }>(
    'SELECT DISTINCT service FROM vault_reads WHERE read_at BETWEEN $1 AND $2 ORDER BY service',
    [from, to],
  );
  const known = rows.map((row) => row.service).join(', ') || 'none';
  return { touches, notes: [`Services that opened a secret in this time: ${known}.`] };
}

async function byViewer({ gateway, accounts, oauth }: Records, viewer: string, { from, to }: Period) {
  const { rows: views } = await gateway.query<View>(
    `SELECT org_id AS organisation, subject_kind AS kind, subject_id AS subject, area,
            to_char(min(day), 'YYYY-MM-DD') AS first, to_char(max(day), 'YYYY-MM-DD') AS last
       FROM data_views, unnest(areas) AS area
      WHERE viewer_id = $1 AND day >= ($2::timestamptz AT TIME ZONE 'UTC')::date AND first_at <= $3
      GROUP BY org_id, subject_kind, subject_id, area`,
    [viewer, from, to],
  );
  const ofKind = (kind: View['kind']) => [
    ...new Set(views.flatMap((view) => (view.kind === kind ? [view.subject] : []))),
  ];
  const owners = await ownersOf({ accounts, oauth }, ofKind('account'));
  const inCampaign = await peopleIn(accounts, campaignMembers, ofKind('campaign'), to);
  const inRoster = await peopleIn(accounts, rosterMembers, ofKind('roster'), to);
  const peopleOf: Record<View['kind'], (subject: string) => readonly string[]> = {
    influencer: (subject) => [subject],
    account: (subject) => owners.get(subject) ?? [],
    campaign: (subject) => inCampaign.get(subject) ?? [],
    roster: (subject) => inRoster.get(subject) ?? [],
  };
  const touches = views.flatMap(({ organisation, kind, subject, area: how, first, last }) =>
    peopleOf[kind](subject).map((influencer) => ({ organisation, influencer, how, first, last })),
  );
  const lost = ofKind('account').filter((id) => !owners.has(id));
  const campaigns = ofKind('campaign');
  const notes = [
    ...(lost.length > 0 ? [`Of these accounts nobody knows any more whose they were: ${lost.join(', ')}.`] : []),
    ...(campaigns.length > 0
      ? [
          `Campaigns were looked at. Who left one of them since is not in the list, but in its CampaignInfluencerRemoved events: ${campaigns.join(', ')}.`,
        ]
      : []),
  ];
  return { touches, notes };
}

/** An account that was removed is known to oauth still. */
async function ownersOf({ accounts, oauth }: Pick<Records, 'accounts' | 'oauth'>, ids: readonly string[]) {
  const owners = new Map<string, string[]>();
  const text = (table: string, id: string) =>
    `SELECT ${id} AS id, influencer_id AS influencer FROM ${table} WHERE ${id} = ANY($1)`;
  const old = await oauth.query<{ id: string; influencer: string }>(text('grants', 'social_account_id'), [ids]);
  const current = await accounts.query<{ id: string; influencer: string }>(text('social_accounts', 'id'), [ids]);
  for (const { id, influencer } of [...old.rows, ...current.rows]) owners.set(id, [influencer]);
  return owners;
}

const campaignMembers =
  'SELECT campaign_id AS id, influencer_id AS influencer FROM campaign_influencers WHERE campaign_id = ANY($1) AND added_at <= $2';
const rosterMembers =
  'SELECT org_id AS id, id AS influencer FROM influencers WHERE org_id = ANY($1) AND created_at <= $2';

async function peopleIn(accounts: Client, text: string, ids: readonly string[], to: Date) {
  const { rows } = await accounts.query<{ id: string; influencer: string }>(text, [ids, to]);
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [id, own.map((row) => row.influencer)]));
}

/** One line for a person, under the entry that theirs may have become part of. */
async function asPeople(accounts: Client, touches: readonly Touch[]): Promise<TouchedPerson[]> {
  const { rows } = await accounts.query<{ id: string; kept: string }>(
    'SELECT influencer_id AS id, kept_id AS kept FROM merged_influencers WHERE org_id = ANY($1)',
    [[...new Set(touches.map(({ organisation }) => organisation))]],
  );
  const merged = new Map(rows.map(({ id, kept }) => [id, kept]));
  const current = (id: string): string => (merged.has(id) ? current(merged.get(id)!) : id);
  const byPerson = Map.groupBy(touches, ({ organisation, influencer }) => `${organisation} ${current(influencer)}`);
  return [...byPerson]
    .map(([key, own]) => {
      const [organisation = '', influencer = ''] = key.split(' ');
      return {
        organisation,
        influencer,
        how: [...new Set(own.map(({ how }) => how))].toSorted().join('; '),
        firstDay: own.map(({ first }) => first).toSorted()[0]!,
        lastDay: own
          .map(({ last }) => last)
          .toSorted()
          .at(-1)!,
      };
    })
    .toSorted((a, b) => (a.organisation + a.influencer < b.organisation + b.influencer ? -1 : 1));
}

/** The id of a member or an API key, or the name of a service. */
export async function identityOf(userId: (email: string) => Promise<string | undefined>, by: string): Promise<string> {
  const who = by.trim();
  if (!who.includes('@')) return who.toLowerCase();
  const id = await userId(who);
  if (!id) throw new OperatorError(`Nobody with the address ${who} ever signed in here.`);
  return id;
}

/** Both ends included. A time without a zone would mean another one on every machine. */
export function periodOf(from: string, to: string | undefined, now: Date): Period {
  const period = { from: timeOf('--from', from), to: to === undefined ? now : timeOf('--to', to) };
  if (period.from > period.to) throw new OperatorError('--from is later than --to.');
  return period;
}

function timeOf(flag: string, text: string): Date {
  const time = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))$/.test(text)
    ? new Date(text)
    : null;
  if (!time || Number.isNaN(time.getTime()))
    throw new OperatorError(`${flag} takes a time with its zone, such as 2026-11-30T03:00Z.`);
  return time;
}

const dayOf = (time: string): string => `to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
