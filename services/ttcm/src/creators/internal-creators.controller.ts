import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsString, IsUUID, Length } from 'class-validator';
import { ServiceRoute } from '@creator-connect/security';
import { Marketplaces } from '../agency/marketplaces';
import { type LookedUpCreator, LookUpCreatorHandler } from './look-up-creator.handler';

class MarketplaceCheckRequest {
  @IsUUID()
  organisationId!: string;
}

class CreatorLookupRequest extends MarketplaceCheckRequest {
  @IsString()
  @Length(1, 100)
  handle!: string;
}

/** For Discover, and for accounts that an admin brings. */
@ApiExcludeController()
@Controller('internal')
export class InternalCreatorsController {
  constructor(
    private readonly marketplaces: Marketplaces,
    private readonly lookUp: LookUpCreatorHandler,
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
}
