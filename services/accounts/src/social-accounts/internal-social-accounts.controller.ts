import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { AppError, accountsErrors, platforms, type Platform } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { ServiceRoute } from '@creator-connect/security';
import { isHandleTold } from './domain/social-account';
import { SocialAccountRepository } from './persistence/social-account.repository';
import { AddMarketplaceAccountHandler } from './add-marketplace-account/add-marketplace-account.handler';
import { ReserveAccountHandler } from './reserve-account/reserve-account.handler';

class InOrganisation {
  @IsUUID()
  organisationId!: string;
}

class ReserveAccountRequest extends InOrganisation {
  @IsUUID()
  influencerId!: string;

  @IsIn(platforms)
  platform!: Platform;

  @IsString()
  @Length(1, 200)
  platformAccountId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  handle?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  displayName?: string | null;

  @IsOptional()
  @IsUUID()
  expectedSocialAccountId?: string;

  @IsOptional()
  @IsUUID()
  authorizationRequestId?: string;
}

class AddMarketplaceAccountRequest extends InOrganisation {
  @IsUUID()
  influencerId!: string;

  @IsString()
  @Length(1, 100)
  handle!: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  platformAccountId?: string;
}

class PeopleOfAccountsRequest extends InOrganisation {
  @IsArray()
  @ArrayMaxSize(1_000)
  @IsUUID(undefined, { each: true })
  accountIds!: string[];
}

@ApiExcludeController()
@Controller('internal')
export class InternalSocialAccountsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: SocialAccountRepository,
    private readonly reserveAccount: ReserveAccountHandler,
    private readonly addMarketplaceAccount: AddMarketplaceAccountHandler,
  ) {}

  @Post('account-reservations')
  @HttpCode(200)
  @ServiceRoute('oauth')
  reserve(@Body() body: ReserveAccountRequest): Promise<{ socialAccountId: string; first: boolean }> {
    const handle = body.handle ?? body.displayName ?? body.platformAccountId;
    return this.reserveAccount.handle({ ...body, handle, displayName: body.displayName ?? handle });
  }

  @Post('marketplace-accounts')
  @HttpCode(200)
  @ServiceRoute('ttcm')
  addFromMarketplace(@Body() body: AddMarketplaceAccountRequest): Promise<{ socialAccountId: string }> {
    return this.addMarketplaceAccount.handle(body);
  }

  /** Whose accounts these are; what is gone is missing. */
  @Post('people-of-accounts')
  @HttpCode(200)
  @ServiceRoute('gateway')
  async peopleOf(@Body() { organisationId, accountIds }: PeopleOfAccountsRequest) {
    const found = await this.unitOfWork.tenant(organisationId, (tx) => this.accounts.byIds(tx, accountIds));
    return { items: found.map(({ id, influencerId }) => ({ accountId: id, influencerId })) };
  }

  @Get('social-accounts/:id')
  @ServiceRoute('ttcm', 'oauth', 'collector')
  async show(@Param('id', ParseUUIDPipe) id: string, @Query() { organisationId }: InOrganisation) {
    const account = await this.unitOfWork.tenant(organisationId, (tx) => this.accounts.find(tx, id));
    if (!account) throw new AppError(accountsErrors.notFound);
    const { influencerId, platform, platformAccountId, handle, marketplace, authState, grantVersion } = account;
    const states = { marketplace, authState, grantVersion };
    const handleTold = isHandleTold(account);
    return { id, organisationId, influencerId, platform, platformAccountId, handle, handleTold, ...states };
  }
}
