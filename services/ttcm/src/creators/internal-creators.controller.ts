import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import type { MarketplaceCreator, PostPage } from '@creator-connect/platforms';
import { ServiceRoute } from '@creator-connect/security';
import { Marketplaces } from '../agency/marketplaces';
import { type LookedUpCreator, LookUpCreatorHandler } from './look-up-creator.handler';
import { ReadCreatorHandler } from './read-creator.handler';

class MarketplaceCheckRequest {
  @IsUUID()
  organisationId!: string;
}

class CreatorLookupRequest extends MarketplaceCheckRequest {
  @IsString()
  @Length(1, 100)
  handle!: string;
}

class ReadCreatorRequest extends CreatorLookupRequest {
  @IsUUID()
  accountId!: string;
}

class ReadCreatorPostsRequest extends ReadCreatorRequest {
  /** What the page before said is next. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  after?: string;
}

/** For the collection, for Discover, and for accounts that an admin brings. */
@ApiExcludeController()
@Controller('internal')
export class InternalCreatorsController {
  constructor(
    private readonly marketplaces: Marketplaces,
    private readonly lookUp: LookUpCreatorHandler,
    private readonly read: ReadCreatorHandler,
  ) {}

  /** Answers with the problem that every use would meet. */
  @Post('marketplace-checks')
  @HttpCode(204)
  @ServiceRoute('accounts')
  check(@Body() { organisationId }: MarketplaceCheckRequest): Promise<void> {
    return this.marketplaces.assertConnected(organisationId);
  }

  @Post('creator-lookups')
  @HttpCode(200)
  @ServiceRoute('accounts')
  find(@Body() { organisationId, handle }: CreatorLookupRequest): Promise<LookedUpCreator> {
    return this.lookUp.handle(organisationId, handle);
  }

  @Post('creator-profiles')
  @HttpCode(200)
  @ServiceRoute('collector')
  profile(@Body() creator: ReadCreatorRequest): Promise<MarketplaceCreator> {
    return this.read.profile(creator);
  }

  /** One page. */
  @Post('creator-posts')
  @HttpCode(200)
  @ServiceRoute('collector')
  posts(@Body() { after, ...creator }: ReadCreatorPostsRequest): Promise<PostPage> {
    return this.read.posts(creator, after);
  }
}
