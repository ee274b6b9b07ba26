import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import {
  accountsErrors,
  AppError,
  marketplaceStates,
  ttcmErrors,
  type MarketplaceState,
} from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { AccountDirectory } from '../../peers/account-directory';
import { organisationOf, ownerOf } from '../../tenant';
import { MembershipRepository } from '../persistence/membership.repository';
import { unknownBecause, unknownCauses, type UnknownCause } from './known-membership';

class MembershipRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  socialAccountId!: string;
}

class MembershipResponse {
  @ApiProperty({ enum: marketplaceStates })
  marketplace!: MarketplaceState;

  @ApiProperty({
    enum: unknownCauses,
    nullable: true,
    description:
      'Why the state is not known, and NON_TTCM only counts for it: TikTok told no handle, does not know the handle, was not asked yet, or left it out of its answer; null: it is known',
  })
  unknownBecause!: UnknownCause | null;
}

@ApiTags('ttcm-invites')
@Controller('v1/ttcm-membership')
export class MembershipController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: AccountDirectory,
    private readonly memberships: MembershipRepository,
  ) {}

  @Get()
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'Whether an account is in the Creator Marketplace, and whether that is known' })
  @ApiOkResponse({ type: MembershipResponse })
  async show(@CurrentIdentity() identity: Identity, @Query() query: MembershipRequest): Promise<MembershipResponse> {
    const organisationId = organisationOf(identity);
    const account = await this.directory.account(organisationId, query.socialAccountId);
    const owner = ownerOf(identity);
    if (owner !== undefined && account.influencerId !== owner) throw new AppError(accountsErrors.notFound);
    if (account.platform !== 'tiktok') throw new AppError(ttcmErrors.notTikTok);
    const lastAnswer = await this.unitOfWork.tenant(organisationId, (tx) =>
      this.memberships.lastAnswer(tx, account.id),
    );
    const { handleTold, marketplace } = account;
    const state = marketplace ?? 'NON_TTCM';
    return { marketplace: state, unknownBecause: unknownBecause({ state, handleTold, lastAnswer }) };
  }
}
