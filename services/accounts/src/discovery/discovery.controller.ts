import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AppError, Platform } from '@creator-connect/contracts';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { ReportResponse } from '../reports/report.dto';
import { organisationOf } from '../tenant';
import {
  type EmptyReason,
  ListDiscoverySourcesResponse,
  SearchProfilesRequest,
  SearchProfilesResponse,
} from './discovery.dto';
import { type FoundReports, SearchProfilesHandler } from './search-profiles/search-profiles.handler';
import { DiscoverySources } from './sources/discovery-sources';

@ApiTags('discovery')
@Controller('v1/discovery')
export class DiscoveryController {
  constructor(
    private readonly sources: DiscoverySources,
    private readonly search: SearchProfilesHandler,
  ) {}

  @Get('sources')
  @RequirePermission('settings:read')
  @ApiOperation({ summary: 'What can be searched, and what is missing where a platform can not' })
  @ApiOkResponse({ type: ListDiscoverySourcesResponse })
  async list(@CurrentIdentity() identity: Identity): Promise<ListDiscoverySourcesResponse> {
    const organisationId = organisationOf(identity);
    const items = await Promise.all(
      this.sources.all.map(async (source) => {
        const problem = await source.problem(organisationId);
        const { platform, ways } = source;
        return { platform, ways: [...ways], available: !problem, problem: problem ? problemOf(problem) : null };
      }),
    );
    return { items };
  }

  /** A handle has no business in an address, hence no GET. */
  @Post('searches')
  @HttpCode(200)
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Search public profiles by exact handle, or channels of YouTube by keyword' })
  @ApiOkResponse({ type: SearchProfilesResponse })
  async find(
    @CurrentIdentity() identity: Identity,
    @Body() body: SearchProfilesRequest,
  ): Promise<SearchProfilesResponse> {
    const found = await this.search.handle(organisationOf(identity), body);
    const items = found.reports.map((report) => ReportResponse.of(report));
    return { items, reason: reasonOf(body.platform, found), marketplace: found.marketplace };
  }
}

function problemOf({ code, definition, retryAfterSeconds }: AppError) {
  const { title, nextStep } = definition;
  return { code, title, nextStep, retryAfterSeconds: retryAfterSeconds ?? null };
}

function reasonOf(platform: Platform, { reports, marketplace }: FoundReports): EmptyReason | null {
  if (reports.length > 0) return null;
  if (platform === 'instagram') return 'unknown_or_not_professional';
  if (marketplace === null) return 'unknown';
  // A member who moved to a country without the marketplace, or figures that the agency did not allow us to read.
  return marketplace === 'TTCM' ? 'not_shown' : 'not_in_marketplace';
}
