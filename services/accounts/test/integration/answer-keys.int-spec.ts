import { AccountAuthorized, AuthExpired, newId } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';
import { answerKeysOf, documentedAccess, membersOf, proven } from '@creator-connect/security/testing';
import {
  AccountsFixture,
  applicantIdentity,
  influencerIdentity,
  tokenOf,
  type Organisation,
} from './support/accounts-fixture';

describe('what answers of accounts hold (TE-08)', () => {
  let fixture: AccountsFixture;
  let org: Organisation;

  beforeAll(async () => {
    fixture = await AccountsFixture.start();
    org = await fixture.anOrganisation();
  }, 60_000);
  afterAll(() => fixture?.stop());

  const made = async (path: string, body: object) => {
    const answer = await fixture.as(org.admin).post<{ id: string }>(path, body);
    if (answer.status >= 300) throw new Error(`${path} answered ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  };

  /** Accounts that a campaign waits for: one lapsed, one will soon. */
  async function troubleOf(influencerId: string): Promise<void> {
    const lapsed = await fixture.aConnectedAccount(org, influencerId);
    const about = { organisationId: org.id, influencerId, platform: 'instagram' as const, grantVersion: 1 };
    const ended = { cause: 'page_link_lost' as const, rule: 'instagram:page', observedAt: new Date().toISOString() };
    await fixture.handled(await fixture.publish(AuthExpired, { ...about, ...ended, accountId: lapsed }));
    const lapsing = {
      ...about,
      accountId: await fixture.aReservation(org, influencerId),
      flow: 'link' as const,
      scopes: [],
      missingScopes: [],
      first: true,
      authorizedAt: new Date().toISOString(),
      tokenExpiresAt: null,
      dataAccessExpiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    await fixture.handled(await fixture.publish(AccountAuthorized, lapsing));
  }

  /** Somebody with everything that accounts can hold of a person. */
  async function aPerson() {
    const influencer = await made('/v1/influencers', {
      name: 'Somebody',
      email: 'somebody@example.com',
      fields: { city: 'Berlin' },
    });
    const account = await fixture.aConnectedAccount(org, influencer, { handle: 'somebody.here' });
    await troubleOf(influencer);
    await made(`/v1/influencers/${influencer}/notes`, { text: 'Note' });
    const campaign = await made('/v1/campaigns', { name: 'Campaign', endsOn: '2099-01-01' });
    await made(`/v1/campaigns/${campaign}/influencers`, { influencerId: influencer });
    const request = await made('/v1/authorization-requests', {
      influencerId: influencer,
      platforms: [{ platform: 'tiktok' }],
    });
    await made('/v1/authorization-links', { authorizationRequestId: request, delivery: 'copy' });
    await fixture.from('gateway').post('/internal/data-exports', { organisationId: org.id, influencerId: influencer });
    return { influencer, account, campaign, request };
  }

  async function aGroupWithApplication() {
    const { body } = await fixture
      .as(org.admin)
      .post<{ id: string; applicationLink: { url: string } }>('/v1/influencer-groups', { name: 'Group' });
    const { url } = body.applicationLink;
    const application = await fixture.aDraft(org, url);
    await fixture.aConnectedAccount(org, application);
    const path = `/internal/applications/${application}/proven-email`;
    await fixture.from('gateway').send('PUT', path, { organisationId: org.id, email: 'applicant@example.com' });
    const applicant = fixture.as(applicantIdentity(org.id, application));
    await applicant.send('PATCH', `/v1/applications/${application}`, { name: 'Applicant', fields: { city: 'Seoul' } });
    expect((await applicant.post(`/v1/applications/${application}/submission`)).status).toBe(200);
    return { group: body.id, slug: tokenOf(url), application };
  }

  async function aReport(): Promise<string> {
    fixture.marketplace.members.set('tok.found', {
      creatorId: 'found',
      biography: 'hello@example.com https://www.instagram.com/bakery.daily/ https://shop.example/bread',
    });
    const search = { platform: 'tiktok', handle: 'tok.found' };
    const found = await fixture.as(org.admin).post<{ items: { id: string }[] }>('/v1/discovery/searches', search);
    const told = { vendor: 'Example Insights', importedAt: new Date().toISOString() };
    const contacts = [
      { kind: 'email', platform: null, value: 'office@example.com', ...told },
      { kind: 'account', platform: 'youtube', value: 'bakery.tv', ...told },
    ];
    // As if imported before they joined: a member's are refused.
    await fixture.database.query('UPDATE accounts.reports SET vendor_contacts = $1', [JSON.stringify(contacts)]);
    return found.body.items[0]!.id;
  }

  async function aDraft(): Promise<Identity> {
    const draft = await fixture.aDraft(org);
    await fixture.aConnectedAccount(org, draft);
    const applicant = applicantIdentity(org.id, draft);
    await fixture.as(applicant).send('PATCH', `/v1/applications/${draft}`, { fields: { city: 'Seoul' } });
    return applicant;
  }

  /** Who holds a link is not shown the others; vendors tell of no links. */
  const never = [
    ...['createdAt', 'delivery', 'endedAt', 'id', 'messageId', 'openedAt'].map(
      (key) => `/v1/authorization-requests/current links[].${key}`,
    ),
    '/v1/reports items[].contactInformation.links[].vendor',
    '/v1/reports/{id} contactInformation.links[].vendor',
  ];

  it('is as docs/access says, and the description of the interface knows every key', async () => {
    const items = [{ key: 'city', label: 'City', kind: 'text', required: false }];
    await fixture.as(org.owner).send('PUT', '/v1/organisations/current/influencer-fields', { items });
    const { influencer, account, campaign, request } = await aPerson();
    const { group, slug, application } = await aGroupWithApplication();
    await fixture.as(org.admin).send('PUT', `/v1/influencer-groups/${group}/influencers/${influencer}`);
    const report = await aReport();
    const other = await made('/v1/influencers', { name: 'Same', email: 'same@example.com' });
    const used = await made('/v1/influencers', { name: 'Used', email: 'used@example.com' });
    await fixture.aConnectedAccount(org, used);
    await fixture.from('gateway').send('PUT', `/internal/influencers/${used}/sign-in`, { organisationId: org.id });
    await fixture.as(proven(org.admin)).post(`/v1/influencers/${influencer}/merges`, { influencerId: used });
    await fixture.as(proven(org.admin)).post(`/v1/influencers/${influencer}/merges`, { influencerId: other });
    const third = await made('/v1/influencers', { name: 'Third', email: 'third@example.com' });

    const { table, undescribed, unshown } = await answerKeysOf(
      'accounts',
      fixture.door,
      {
        '/v1/application-forms/{slug}': `/v1/application-forms/${slug}`,
        '/v1/applications': '/v1/applications',
        '/v1/applications/{id}': `/v1/applications/${application}`,
        '/v1/applications/current': '/v1/applications/current',
        '/v1/authorization-requests': '/v1/authorization-requests',
        '/v1/authorization-requests/{id}': `/v1/authorization-requests/${request}`,
        '/v1/authorization-requests/current': '/v1/authorization-requests/current',
        '/v1/campaigns': '/v1/campaigns',
        '/v1/campaigns/{id}': `/v1/campaigns/${campaign}`,
        '/v1/campaigns/{id}/attention': `/v1/campaigns/${campaign}/attention`,
        '/v1/campaigns/{id}/forecast': `/v1/campaigns/${campaign}/forecast`,
        '/v1/campaigns/{id}/influencers': `/v1/campaigns/${campaign}/influencers`,
        '/v1/discovery/sources': '/v1/discovery/sources',
        '/v1/influencer-groups': '/v1/influencer-groups',
        '/v1/influencers': '/v1/influencers',
        '/v1/influencers/{id}': `/v1/influencers/${influencer}`,
        '/v1/influencers/{id}/merge-preview': `/v1/influencers/${influencer}/merge-preview?other=${third}`,
        '/v1/influencers/{id}/merges': [influencer, used].map((id) => `/v1/influencers/${id}/merges`),
        '/v1/influencers/{id}/notes': `/v1/influencers/${influencer}/notes`,
        '/v1/influencers/{id}/removal': `/v1/influencers/${influencer}/removal`,
        '/v1/influencers/{id}/social-accounts': `/v1/influencers/${influencer}/social-accounts`,
        '/v1/influencers/export': '/v1/influencers/export',
        '/v1/organisations/current': '/v1/organisations/current',
        '/v1/organisations/current/influencer-fields': '/v1/organisations/current/influencer-fields',
        '/v1/own-data': '/v1/own-data',
        '/v1/own-data/erasure': '/v1/own-data/erasure',
        '/v1/own-data/exports/current': '/v1/own-data/exports/current',
        '/v1/own-data/merge-proposal': '/v1/own-data/merge-proposal',
        '/v1/reports': '/v1/reports',
        '/v1/reports/{id}': `/v1/reports/${report}`,
        '/v1/social-accounts': '/v1/social-accounts',
        '/v1/social-accounts/{id}': `/v1/social-accounts/${account}`,
        '/v1/social-accounts/{id}/history': `/v1/social-accounts/${account}/history`,
        '/v1/social-accounts/{id}/removal': `/v1/social-accounts/${account}/removal`,
      },
      {
        ...membersOf(org),
        creator: proven(influencerIdentity(org, influencer)),
        'creator who is asked about a merge': proven(influencerIdentity(org, used)),
        link: { kind: 'link', sub: newId(), org: org.id, influencer, request, proven: true },
        applicant: await aDraft(),
      },
    );
    expect(undescribed).toEqual([]);
    expect(unshown).toEqual(never);
    expect(table).toBe(documentedAccess('answers/accounts', table));
  });
});
