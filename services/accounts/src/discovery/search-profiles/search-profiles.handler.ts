import { Injectable } from '@nestjs/common';
import {
  AppError,
  accountsErrors,
  newId,
  requestErrors,
  type MarketplaceState,
  fieldFault,
  type FieldFault,
} from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { AccountsSettings } from '../../accounts-settings';
import { plainHandle } from '../../authorization-requests/domain/request-items';
import type { NewReport, Report } from '../../reports/domain/report';
import { ReportRepository } from '../../reports/persistence/report.repository';
import type { SearchProfilesRequest } from '../discovery.dto';
import { SearchQuotaRepository } from '../persistence/search-quota.repository';
import type { DiscoverySource, Found, FoundProfile, SearchWay } from '../sources/discovery-source';
import { DiscoverySources } from '../sources/discovery-sources';

export interface FoundReports {
  reports: Report[];
  marketplace: MarketplaceState | null;
}

/** Asks a platform for public profiles, outside of any transaction, and keeps what it shows as reports. */
@Injectable()
export class SearchProfilesHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: DiscoverySources,
    private readonly quotas: SearchQuotaRepository,
    private readonly reports: ReportRepository,
    private readonly settings: AccountsSettings,
  ) {}

  async handle(organisationId: string, request: SearchProfilesRequest): Promise<FoundReports> {
    const source = this.sources.of(request.platform);
    const way: SearchWay = request.keyword === undefined ? 'handle' : 'keyword';
    assertOneWay(request, source, way);
    await this.#takeQuota(organisationId, way);
    const { profiles, marketplace } = await this.#ask(organisationId, source, request, way);
    const reports = await this.unitOfWork.tenant(organisationId, async (tx) => {
      const ids: string[] = [];
      for (const profile of profiles) ids.push(await this.reports.keep(tx, reportOf(organisationId, source, profile)));
      // Those of TikTok are members of the marketplace: what vendors told of them goes.
      if (source.platform === 'tiktok')
        for (const { handle } of profiles) await this.reports.forgetContacts(tx, { platform: 'tiktok', handle });
      const kept = new Map((await this.reports.byIds(tx, ids)).map((report) => [report.id, report]));
      return ids.flatMap((id) => kept.get(id) ?? []);
    });
    return { reports, marketplace };
  }

  async #ask(
    organisationId: string,
    source: DiscoverySource,
    { handle = '', keyword = '', limit = 10 }: SearchProfilesRequest,
    way: SearchWay,
  ): Promise<Found> {
    try {
      return way === 'handle'
        ? await source.byHandle(organisationId, plainHandle(handle))
        : await source.byKeyword(organisationId, keyword, limit);
    } catch (error) {
      await this.unitOfWork.tenant(organisationId, (tx) => this.quotas.giveBack(tx, way));
      throw error;
    }
  }

  async #takeQuota(organisationId: string, way: SearchWay): Promise<void> {
    const perDay = this.settings.searchesPerDay[way];
    const taken = await this.unitOfWork.tenant(organisationId, (tx) =>
      this.quotas.take(tx, organisationId, way, perDay),
    );
    if (taken) return;
    throw new AppError(accountsErrors.searchQuotaUsed, { retryAfterSeconds: secondsToMidnight(new Date()) });
  }
}

function assertOneWay(request: SearchProfilesRequest, { ways }: DiscoverySource, way: SearchWay): void {
  const refused = (fault: FieldFault) => new AppError(requestErrors.invalid, { errors: [fault] });
  if (request.handle !== undefined && request.keyword !== undefined)
    throw refused(fieldFault('keyword', 'not_with_handle'));
  if (!ways.includes(way)) throw refused(fieldFault(way, 'no_such_search'));
}

function reportOf(organisationId: string, { platform }: DiscoverySource, profile: FoundProfile): NewReport {
  const { id, handle, displayName, biography, website, pictureUrl, profileUrl, verified } = profile;
  const { followers, following, posts, likes } = profile;
  return {
    id: newId(),
    organisationId,
    platform,
    platformAccountId: id,
    handle: storable(handle, 200) ?? id,
    displayName: storable(displayName, 200) ?? handle,
    biography: storable(biography, 5_000),
    website: storable(website, 2_000),
    pictureUrl: storable(pictureUrl, 2_000),
    profileUrl: storable(profileUrl, 2_000),
    verified,
    followers,
    following,
    posts,
    likes,
  };
}

/** PostgreSQL takes neither NUL nor half a surrogate pair; a platform's text may hold anything. */
function storable(text: string | null, most: number): string | null {
  return text === null ? null : text.replaceAll('\u0000', '').slice(0, most).toWellFormed();
}

const secondsToMidnight = (now: Date): number =>
  Math.ceil((Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1) - now.getTime()) / 1000);
