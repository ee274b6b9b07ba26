import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { afterId, PageQuery, pageOf } from '../page';
import { SocialAccountRepository } from '../social-accounts/persistence/social-account.repository';
import { ListSocialAccountsResponse, SocialAccountResponse } from '../social-accounts/social-account.dto';
import { organisationOf } from '../tenant';
import { AddInfluencerRequest } from './add-influencer/add-influencer.dto';
import { AddInfluencerHandler } from './add-influencer/add-influencer.handler';
import { InfluencerRepository, type Influencer } from './persistence/influencer.repository';

class InfluencerResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty()
  locale!: string;

  @ApiProperty()
  timeZone!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  approvedAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  static of({ id, name, email, locale, timeZone, approvedAt, createdAt }: Influencer): InfluencerResponse {
    const [approved, created] = [approvedAt?.toISOString() ?? null, createdAt.toISOString()];
    return { id, name, email, locale, timeZone, approvedAt: approved, createdAt: created };
  }
}

class ListInfluencersResponse {
  @ApiProperty({ type: [InfluencerResponse] })
  items!: InfluencerResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@ApiTags('influencers')
@Controller('v1/influencers')
export class InfluencersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly addInfluencer: AddInfluencerHandler,
    private readonly influencers: InfluencerRepository,
    private readonly accounts: SocialAccountRepository,
  ) {}

  @Post()
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Add an influencer by hand' })
  async add(@CurrentIdentity() identity: Identity, @Body() body: AddInfluencerRequest): Promise<InfluencerResponse> {
    return InfluencerResponse.of(await this.addInfluencer.handle(organisationOf(identity), body));
  }

  @Get()
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'The roster, newest first' })
  list(@CurrentIdentity() identity: Identity, @Query() query: PageQuery): Promise<ListInfluencersResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const rows = await this.influencers.list(tx, query.limit + 1, afterId(query));
      return pageOf(rows, query.limit, (influencer) => InfluencerResponse.of(influencer));
    });
  }

  @Get(':id')
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'One influencer' })
  show(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<InfluencerResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const influencer = await this.influencers.find(tx, id);
      if (!influencer) throw new AppError(accountsErrors.notFound);
      return InfluencerResponse.of(influencer);
    });
  }

  @Get(':id/social-accounts')
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'Social accounts of an influencer' })
  accountsOf(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<ListSocialAccountsResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      if (!(await this.influencers.find(tx, id))) throw new AppError(accountsErrors.notFound);
      const filter = { influencerId: id, limit: query.limit + 1, after: afterId(query) };
      const rows = await this.accounts.list(tx, filter);
      return pageOf(rows, query.limit, (account) => SocialAccountResponse.of(account));
    });
  }
}
