import { AppError, type MailLanguage } from '@creator-connect/contracts';
import { InternalClient, type Identity, type InternalRequest } from '@creator-connect/security';
import { Inject, Injectable } from '@nestjs/common';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import type { MemberRole } from '../sessions/domain/session';
import {
  AccountsPort,
  type BeginApplication,
  type DashboardOwner,
  type ErasedPerson,
  type InfluencerProfile,
  type LinkResolution,
  type ListedOrganisation,
  type Member,
  type Membership,
  type MergedEntry,
  type OwnData,
  type ProvenApplicant,
} from './accounts.port';

@Injectable()
export class HttpAccounts extends AccountsPort {
  constructor(
    private readonly client: InternalClient,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {
    super();
  }

  async membershipsOf(userId: string): Promise<Membership[]> {
    const { memberships } = await this.get<{ memberships: Membership[] }>(`/internal/users/${userId}/memberships`);
    return memberships;
  }

  createOrganisation(command: { name: string; slug: string; ownerUserId: string }): Promise<{ id: string }> {
    return this.post('/internal/organisations', command, { repeatable: true });
  }

  foundOrganisation(
    as: Identity,
    { id, ...organisation }: { id: string; name: string; locale?: MailLanguage | undefined },
  ): Promise<ListedOrganisation> {
    return this.person(as, 'PUT', `/internal/operations/organisations/${id}`, { body: organisation });
  }

  organisation(as: Identity, id: string): Promise<ListedOrganisation> {
    return this.person(as, 'GET', `/internal/operations/organisations/${id}`);
  }

  organisations(
    as: Identity,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<{ items: ListedOrganisation[]; nextCursor: string | null }> {
    return this.person(as, 'GET', '/internal/operations/organisations', { query: { limit: String(limit), cursor } });
  }

  organisationNamed(id: string): Promise<{ name: string } | undefined> {
    return unlessGone(this.get<{ name: string }>(`/internal/organisations/${id}`));
  }

  async membersOf(as: Identity): Promise<Member[]> {
    const { members } = await this.person<{ members: Member[] }>(as, 'GET', '/internal/organisation-members');
    return members;
  }

  changeMember(as: Identity, userId: string, role: MemberRole): Promise<void> {
    return this.person(as, 'PUT', `/internal/organisation-members/${userId}`, { body: { role } });
  }

  removeMember(as: Identity, userId: string): Promise<void> {
    return this.person(as, 'DELETE', `/internal/organisation-members/${userId}`);
  }

  async addMember(
    organisationId: string,
    userId: string,
    role: MemberRole,
    { asFirst }: { asFirst: boolean },
  ): Promise<void> {
    await this.put(`/internal/organisations/${organisationId}/members/${userId}`, { role, asFirst });
  }

  async ownersOf(organisationId: string): Promise<string[]> {
    const path = `/internal/organisations/${organisationId}/owners`;
    return (await this.get<{ userIds: string[] }>(path)).userIds;
  }

  async peopleOfAccounts(organisationId: string, accountIds: readonly string[]): Promise<Map<string, string>> {
    const people = new Map<string, string>();
    for (let start = 0; start < accountIds.length; start += 1_000) {
      const part = accountIds.slice(start, start + 1_000);
      const { items } = await this.post<{ items: { accountId: string; influencerId: string }[] }>(
        '/internal/people-of-accounts',
        { organisationId, accountIds: part },
        { repeatable: true },
      );
      for (const { accountId, influencerId } of items) people.set(accountId, influencerId);
    }
    return people;
  }

  async influencersByEmail(email: string): Promise<InfluencerProfile[]> {
    const path = '/internal/influencers/by-email';
    const { influencers } = await this.get<{ influencers: InfluencerProfile[] }>(path, { email });
    return influencers;
  }

  ownDataOf(as: Identity): Promise<OwnData> {
    return this.person(as, 'GET', '/v1/own-data');
  }

  async beginExport(person: { organisationId: string; influencerId: string }): Promise<string | null> {
    return (await this.post<{ id: string | null }>('/internal/data-exports', person)).id;
  }

  giveRows({ id, ...part }: { id: string; organisationId: string; set: string; rows: object[] }): Promise<void> {
    return this.post(`/internal/data-exports/${id}/rows`, part);
  }

  startExport({ id, ...begun }: { id: string; organisationId: string }): Promise<void> {
    return this.post(`/internal/data-exports/${id}/start`, begun);
  }

  async erasuresWaiting(): Promise<ErasedPerson[]> {
    return (await this.get<{ items: ErasedPerson[] }>('/internal/erasures/waiting')).items;
  }

  async confirmErasure({ organisationId, influencerId }: ErasedPerson): Promise<void> {
    await this.put(`/internal/erasures/${influencerId}/gateway`, { organisationId });
  }

  async useDashboardLink(tokenHash: string): Promise<DashboardOwner | undefined> {
    return unlessGone(this.post<DashboardOwner>('/internal/dashboard-link-uses', { tokenHash }));
  }

  async noteSignIn({ organisationId, influencerId }: InfluencerProfile): Promise<boolean> {
    try {
      await this.put(`/internal/influencers/${influencerId}/sign-in`, { organisationId });
      return true;
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not_found') return false;
      throw error;
    }
  }

  async mergesWaiting(): Promise<MergedEntry[]> {
    return (await this.get<{ items: MergedEntry[] }>('/internal/merges/waiting')).items;
  }

  async confirmMerge({ organisationId, influencerId }: MergedEntry): Promise<void> {
    await this.put(`/internal/merges/${influencerId}/gateway`, { organisationId });
  }

  async resolveLink(tokenHash: string): Promise<LinkResolution | undefined> {
    return unlessGone(this.post<LinkResolution>('/internal/link-resolutions', { tokenHash }, { repeatable: true }));
  }

  openLink(tokenHash: string): Promise<void> {
    return this.post('/internal/link-openings', { tokenHash }, { repeatable: true });
  }

  async renewLink(email: string): Promise<void> {
    await this.post('/internal/link-renewals', { email });
  }

  beginApplication(command: BeginApplication): Promise<{ applicationId: string; organisationId: string }> {
    return this.post('/internal/applications', command);
  }

  async proveApplicant(command: { applicationId: string; organisationId: string; email: string }): Promise<void> {
    const { applicationId, ...body } = command;
    await this.put(`/internal/applications/${applicationId}/proven-email`, body);
  }

  provenApplicant({ applicationId, organisationId }: { applicationId: string; organisationId: string }) {
    return this.get<ProvenApplicant>(`/internal/applications/${applicationId}/proven-email`, { organisationId });
  }

  private person<T>(
    as: Identity,
    method: InternalRequest['method'],
    path: string,
    more: Pick<InternalRequest, 'query' | 'body'> = {},
  ): Promise<T> {
    const { ACCOUNTS_URL: baseUrl } = this.config;
    return this.client.call<T>({ baseUrl, audience: 'accounts', as, method, path, ...more });
  }

  private get<T>(path: string, query: Record<string, string> = {}): Promise<T> {
    const { ACCOUNTS_URL: baseUrl } = this.config;
    return this.client.call<T>({ baseUrl, audience: 'accounts', method: 'GET', path, query });
  }

  private post<T>(path: string, body: unknown, more: Pick<InternalRequest, 'repeatable'> = {}): Promise<T> {
    const { ACCOUNTS_URL: baseUrl } = this.config;
    return this.client.call<T>({ baseUrl, audience: 'accounts', method: 'POST', path, body, ...more });
  }

  private async put(path: string, body: unknown): Promise<void> {
    const { ACCOUNTS_URL: baseUrl } = this.config;
    await this.client.call({ baseUrl, audience: 'accounts', method: 'PUT', path, body });
  }
}

async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not_found') return undefined;
    throw error;
  }
}
