import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '@creator-connect/observability';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { afterId, pageOf } from '../page';
import { SocialAccountRepository } from '../social-accounts/persistence/social-account.repository';
import { ListSocialAccountsResponse, SocialAccountResponse } from '../social-accounts/social-account.dto';
import { organisationOf } from '../tenant';
import { AddInfluencerRequest } from './add-influencer/add-influencer.dto';
import { AddInfluencerHandler } from './add-influencer/add-influencer.handler';
import { ChangeInfluencerRequest } from './change-influencer/change-influencer.dto';
import { ChangeInfluencerHandler } from './change-influencer/change-influencer.handler';
import { FindInfluencer } from './find-influencer';
import { InfluencerResponse, ListInfluencersQuery, ListInfluencersResponse, rosterEntry } from './influencer.dto';
import { Roster } from './persistence/roster';

@ApiTags('influencers')
@Controller('v1/influencers')
export class InfluencersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly addInfluencer: AddInfluencerHandler,
    private readonly changeInfluencer: ChangeInfluencerHandler,
    private readonly find: FindInfluencer,
    private readonly roster: Roster,
    private readonly accounts: SocialAccountRepository,
  ) {}

  @Post()
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Add an influencer by hand' })
  @ApiCreatedResponse({ type: InfluencerResponse })
  async add(@CurrentIdentity() identity: Identity, @Body() body: AddInfluencerRequest): Promise<InfluencerResponse> {
    return InfluencerResponse.of(await this.addInfluencer.handle(organisationOf(identity), body));
  }

  @Get()
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'The roster, newest first, with the accounts of each' })
  @ApiOkResponse({ type: ListInfluencersResponse })
  list(@CurrentIdentity() identity: Identity, @Query() query: ListInfluencersQuery): Promise<ListInfluencersResponse> {
    const { search, platform, authState, marketplace, groupId, limit } = query;
    const filter = { search, platform, authState, marketplace, groupId, limit: limit + 1, after: afterId(query) };
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) =>
      pageOf(await this.roster.page(tx, filter), limit, rosterEntry),
    );
  }

  @Get(':id')
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'One influencer; of an entry that was merged, 410 names the one it became part of' })
  @ApiOkResponse({ type: InfluencerResponse })
  show(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<InfluencerResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) =>
      InfluencerResponse.of(await this.find.orRefuse(tx, id)),
    );
  }

  @Patch(':id')
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Change an influencer; the e-mail address is theirs and stays' })
  @ApiOkResponse({ type: InfluencerResponse })
  async change(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeInfluencerRequest,
  ): Promise<InfluencerResponse> {
    return InfluencerResponse.of(await this.changeInfluencer.handle(organisationOf(identity), id, body));
  }

  @Get(':id/social-accounts')
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'Social accounts of an influencer' })
  @ApiOkResponse({ type: ListSocialAccountsResponse })
  accountsOf(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<ListSocialAccountsResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      await this.find.orRefuse(tx, id);
      const filter = { influencerId: id, limit: query.limit + 1, after: afterId(query) };
      const rows = await this.accounts.list(tx, filter);
      return pageOf(rows, query.limit, (account) => SocialAccountResponse.of(account));
    });
  }
}
