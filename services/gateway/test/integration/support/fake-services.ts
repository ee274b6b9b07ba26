import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { services, type ServiceName } from '../../../src/routing/routing-table';

export interface SeenRequest {
  service: ServiceName;
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

type Answer = (request: SeenRequest, response: ServerResponse) => void;

export interface FakeLink {
  authorizationRequestId: string;
  organisationId: string;
  organisationName: string;
  influencerId: string;
  needsProof: boolean;
  items: unknown[];
  expiresAt: string;
}

/** Small servers that play the other services: accounts and notifications by their internal addresses, all by echoing. */
export class FakeServices {
  readonly seen: SeenRequest[] = [];
  readonly memberships = new Map<string, { organisationId: string; name: string; role: string }[]>();
  /** Asked with the identity of a person; every organisation shares it, since one test works in one. */
  readonly members: { userId: string; role: string; joinedAt: string }[] = [];
  readonly influencers = new Map<
    string,
    { organisationId: string; influencerId: string; name?: string; locale?: string }[]
  >();
  readonly links = new Map<string, FakeLink>();
  /** Of mails that let somebody in, by the hash of their token. */
  readonly dashboardLinks = new Map<string, { organisationId: string; influencerId: string; email: string }>();
  readonly organisations: { name: string; slug: string; ownerUserId: string; id: string }[] = [];
  /** Made by operators, newest last; who is in is in `memberships`. */
  readonly founded: { id: string; name: string; locale?: string }[] = [];
  readonly mails: Record<string, string>[] = [];
  /** Of accounts; who is not here is gone. */
  readonly people = new Map<string, string>();
  readonly reportNotices: Record<string, string>[] = [];
  readonly digests: Record<string, string>[] = [];
  /** Whether notifications takes anything. */
  mailing = true;
  /** Whether it says no, and sends nothing. */
  refusing = false;
  /** Whether its answer arrives: what it was given goes out in any case. */
  answering = true;
  readonly renewals: string[] = [];
  /** Hashes of links that somebody began with. */
  readonly openings: string[] = [];
  /** Of application links that work. */
  readonly applicationSlugs = new Set<string>();
  readonly applications: { applicationId: string; organisationId: string; slug: string; timeZone?: string }[] = [];
  /** By id; one for each influencer. */
  readonly exports = new Map<
    string,
    { organisationId: string; influencerId: string; rows: Record<string, object[]>; started: boolean }
  >();
  /** Whom the gateway has not erased yet. */
  erased: { organisationId: string; influencerId: string; accountIds: string[] }[] = [];
  /** Whose entries became one, and not here yet. */
  merged: { organisationId: string; influencerId: string; keptInfluencerId: string }[] = [];
  /** Entries of rosters by which somebody signed in. */
  readonly signIns: string[] = [];
  readonly provenApplicants: Record<string, string>[] = [];
  /** What has been decided about parked messages, newest last. */
  readonly decisions: { service: string; url: string }[] = [];
  /** What a service has parked. */
  readonly deadLetters = new Map<ServiceName, Record<string, unknown>[]>();
  /** Replaces the echo of a public address. */
  answer: Answer | undefined;
  private readonly servers = new Map<ServiceName, Server>();

  async start(): Promise<void> {
    for (const service of services) {
      const server = createServer((request, response) => void this.handle(service, request, response));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      this.servers.set(service, server);
    }
  }

  address(service: ServiceName): string {
    return `http://127.0.0.1:${(this.servers.get(service)!.address() as AddressInfo).port}`;
  }

  /** Requests that came through the gateway's proxy, newest last. */
  forwarded(): SeenRequest[] {
    return this.seen.filter((request) => !request.url.startsWith('/internal/'));
  }

  async stop(): Promise<void> {
    for (const server of this.servers.values()) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  private async handle(service: ServiceName, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const seen: SeenRequest = {
      service,
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks),
    };
    this.seen.push(seen);
    if (seen.url.startsWith('/internal/')) return this.internal(seen, response);
    if (this.answer) return this.answer(seen, response);
    json(response, 200, { service, method: seen.method, url: seen.url });
  }

  private internal({ service, method, url, body }: SeenRequest, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(url, 'http://fake');
    const given = body.length > 0 ? (JSON.parse(body.toString()) as Record<string, string>) : {};
    if (pathname === '/internal/openapi.json') return json(response, 200, openApiOf(service));
    if (service === 'notifications' && !this.mailing) return json(response, 503, undefined);
    if (service === 'notifications' && this.refusing) return json(response, 400, problem(400, 'request.invalid'));
    if (pathname === '/internal/digests') {
      this.digests.push(given);
      return json(response, 204, undefined);
    }
    if (pathname === '/internal/access-report-notices') {
      this.reportNotices.push(given);
      return json(response, 204, undefined);
    }
    if (pathname === '/internal/people-of-accounts') return this.peopleOf(given, response);
    const owned = /^\/internal\/organisations\/([^/]+)\/owners$/.exec(pathname)?.[1];
    if (owned) return this.owners(response);
    if (service === 'notifications' && pathname === '/internal/messages') {
      this.mails.push(given);
      return this.answering ? json(response, 202, { status: 'sent' }) : json(response, 503, undefined);
    }
    const user = /^\/internal\/users\/([^/]+)\/memberships$/.exec(pathname)?.[1];
    if (user) return json(response, 200, { memberships: this.memberships.get(user) ?? [], influencers: [] });
    if (pathname === '/internal/influencers/by-email') {
      return json(response, 200, { influencers: this.influencers.get(searchParams.get('email') ?? '') ?? [] });
    }
    if (pathname === '/internal/organisation-members') return json(response, 200, { members: this.members });
    const joined = /^\/internal\/organisations\/([^/]+)\/members\/([^/]+)$/.exec(pathname);
    if (joined) return this.join(joined[1]!, joined[2]!, given, response);
    if (pathname.startsWith('/internal/operations/organisations'))
      return this.operatorOrganisations(method, pathname.split('/')[4], given, response);
    const named = /^\/internal\/organisations\/([^/]+)$/.exec(pathname)?.[1];
    const known = named && this.founded.find(({ id }) => id === named);
    if (known) return json(response, 200, { name: known.name, locale: 'en' });
    const member = /^\/internal\/organisation-members\/([^/]+)$/.exec(pathname)?.[1];
    if (member && method !== 'GET') {
      const isIn = this.members.some(({ userId }) => userId === member);
      return isIn ? json(response, 204, undefined) : json(response, 404, problem(404, 'accounts.not_found'));
    }
    if (pathname === '/internal/organisations') return this.addOrganisation(given, response);
    if (pathname === '/internal/link-openings') {
      this.openings.push(given['tokenHash'] ?? '');
      return json(response, 204, undefined);
    }
    if (pathname === '/internal/dashboard-link-uses') {
      const owner = this.dashboardLinks.get(given['tokenHash'] ?? '');
      this.dashboardLinks.delete(given['tokenHash'] ?? '');
      return json(response, owner ? 200 : 404, owner ?? problem(404, 'accounts.not_found'));
    }
    if (pathname === '/internal/link-renewals') {
      this.renewals.push(given['email'] ?? '');
      return json(response, 200, {});
    }
    if (pathname === '/internal/applications') return this.beginApplication(given, response);
    if (pathname.endsWith('/proven-email') && method === 'GET') {
      const found = this.provenApplicants.find(({ applicationId }) => pathname.includes(applicationId!));
      if (!found) return json(response, 400, { status: 400, code: 'request.invalid', title: 'x', nextStep: 'x' });
      return json(response, 200, { email: found['email'], locale: 'de' });
    }
    if (pathname.endsWith('/proven-email')) {
      this.provenApplicants.push({ ...given, applicationId: pathname.split('/')[3]! });
      return json(response, 204, undefined);
    }
    if (pathname === '/internal/dead-letters')
      return json(response, 200, { items: this.deadLetters.get(service) ?? [], nextCursor: null });
    if (pathname.startsWith('/internal/dead-letters/')) {
      this.decisions.push({ service, url });
      return json(response, 200, { replayed: 2 });
    }
    if (pathname === '/internal/erasures/waiting') return json(response, 200, { items: this.erased });
    const confirmed = /^\/internal\/erasures\/([^/]+)\/gateway$/.exec(pathname)?.[1];
    if (confirmed) {
      this.erased = this.erased.filter(({ influencerId }) => influencerId !== confirmed);
      return json(response, 204, undefined);
    }
    if (pathname === '/internal/merges/waiting') return json(response, 200, { items: this.merged });
    const followed = /^\/internal\/merges\/([^/]+)\/gateway$/.exec(pathname)?.[1];
    if (followed) {
      this.merged = this.merged.filter(({ influencerId }) => influencerId !== followed);
      return json(response, 204, undefined);
    }
    const signedIn = /^\/internal\/influencers\/([^/]+)\/sign-in$/.exec(pathname)?.[1];
    if (signedIn) {
      this.signIns.push(signedIn);
      return json(response, 204, undefined);
    }
    if (pathname.startsWith('/internal/data-exports')) return this.dataExport(pathname, given, response);
    const link = pathname === '/internal/link-resolutions' ? this.links.get(given['tokenHash'] ?? '') : undefined;
    if (link) return json(response, 200, link);
    return json(response, 404, { status: 404, code: 'gateway.link_unusable', title: 'x', nextStep: 'x' });
  }

  private dataExport(pathname: string, given: Record<string, unknown>, response: ServerResponse): void {
    const [, , , id = '', what] = pathname.split('/');
    const { organisationId, influencerId } = given as { organisationId: string; influencerId: string };
    if (!what) {
      const known = [...this.exports.values()].some((one) => one.influencerId === influencerId);
      const begun = known ? null : crypto.randomUUID();
      if (begun) this.exports.set(begun, { organisationId, influencerId, rows: {}, started: false });
      return json(response, 200, { id: begun });
    }
    const found = this.exports.get(id)!;
    if (what === 'start') found.started = true;
    else {
      const { set, rows } = given as { set: string; rows: object[] };
      found.rows[set] = [...(found.rows[set] ?? []), ...rows];
    }
    json(response, 204, undefined);
  }

  private owners(response: ServerResponse): void {
    const userIds = this.members.filter(({ role }) => role === 'owner').map(({ userId }) => userId);
    json(response, 200, { userIds });
  }

  private peopleOf(given: object, response: ServerResponse): void {
    const { accountIds } = given as { accountIds: string[] };
    const known = accountIds.filter((id) => this.people.has(id));
    json(response, 200, { items: known.map((id) => ({ accountId: id, influencerId: this.people.get(id) })) });
  }

  private beginApplication(given: Record<string, string>, response: ServerResponse): void {
    const { slug = '' } = given;
    if (!this.applicationSlugs.has(slug))
      return json(response, 404, {
        status: 404,
        code: 'accounts.application_link_unusable',
        title: 'x',
        nextStep: 'x',
      });
    const application = { ...given, slug, applicationId: crypto.randomUUID(), organisationId: crypto.randomUUID() };
    this.applications.push(application);
    json(response, 201, application);
  }

  private join(organisationId: string, userId: string, given: Record<string, unknown>, response: ServerResponse): void {
    const role = String(given['role']);
    const founded = this.founded.find(({ id }) => id === organisationId);
    if (given['asFirst'] && this.membersIn(organisationId).some((one) => one !== userId))
      return json(response, 409, problem(409, 'accounts.organisation_has_owner'));
    const name = [...this.organisations, ...this.founded].find(({ id }) => id === organisationId)?.name ?? '';
    this.memberships.set(userId, [...(this.memberships.get(userId) ?? []), { organisationId, name, role }]);
    if (!founded) this.members.push({ userId, role, joinedAt: new Date().toISOString() });
    json(response, 204, undefined);
  }

  private membersIn(id: string): string[] {
    return [...this.memberships].flatMap(([userId, all]) =>
      all.some(({ organisationId }) => organisationId === id) ? [userId] : [],
    );
  }

  private operatorOrganisations(
    method: string,
    id: string | undefined,
    given: Record<string, string>,
    response: ServerResponse,
  ): void {
    const view = ({ id: its, name }: { id: string; name: string }) => ({
      id: its,
      name,
      createdAt: '2026-11-30T08:00:00.000Z',
      members: this.membersIn(its).length,
    });
    if (!id) {
      const items = [...this.organisations, ...this.founded].toReversed().map(view);
      return json(response, 200, { items, nextCursor: null });
    }
    if (given['name']?.includes('Instagram')) {
      const errors = [{ field: 'name', code: 'like_a_platform', message: 'x' }];
      return json(response, 400, { ...problem(400, 'request.invalid'), errors });
    }
    if (method === 'PUT' && !this.founded.some((one) => one.id === id)) {
      this.founded.push({ ...(given as { name: string; locale?: string }), id });
    }
    const found = this.founded.find((one) => one.id === id) ?? this.organisations.find((one) => one.id === id);
    if (!found) return json(response, 404, problem(404, 'request.not_found'));
    json(response, 200, view(found));
  }

  private addOrganisation(given: Record<string, string>, response: ServerResponse): void {
    const { name = '', slug = '', ownerUserId = '' } = given;
    const known = this.organisations.find((one) => one.ownerUserId === ownerUserId);
    const organisation = known ?? { name, slug, ownerUserId, id: crypto.randomUUID() };
    if (!known) {
      this.organisations.push(organisation);
      this.members.push({ userId: ownerUserId, role: 'owner', joinedAt: new Date().toISOString() });
    }
    this.memberships.set(ownerUserId, [{ organisationId: organisation.id, name, role: 'owner' }]);
    json(response, 201, { id: organisation.id });
  }
}

function openApiOf(service: ServiceName) {
  const paths: Record<ServiceName, string> = {
    accounts: '/v1/influencers',
    oauth: '/v1/connect-transactions',
    ttcm: '/v1/ttcm-invites',
    collector: '/v1/posts',
    notifications: '/v1/messages',
  };
  return { paths: { [paths[service]]: { get: { summary: `<b>${service}</b>` } }, '/internal/secret': { get: {} } } };
}

const problem = (status: number, code: string) => ({ status, code, title: 'x', nextStep: 'x' });

function json(response: ServerResponse, status: number, body: unknown): void {
  if (body === undefined) return void response.writeHead(status).end();
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
