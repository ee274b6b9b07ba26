import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { CountHeld } from '../../own-data/erase/count-held';
import { HeldResponse } from '../../own-data/erase/held.dto';
import { organisationOf } from '../../tenant';
import { SocialAccountRepository } from '../persistence/social-account.repository';
import { RemoveAccount } from './remove-account';

@ApiTags('social-accounts')
@Controller('v1/social-accounts')
export class RemoveAccountController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: SocialAccountRepository,
    private readonly removeAccount: RemoveAccount,
    private readonly countHeld: CountHeld,
  ) {}

  @Get(':id/removal')
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'What would be deleted, ended or not sent with an account, in every service' })
  @ApiOkResponse({ type: HeldResponse })
  async preview(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<HeldResponse> {
    const organisationId = organisationOfMember(identity);
    const account = await this.unitOfWork.tenant(organisationId, (tx) => this.accounts.find(tx, id));
    if (!account) throw new AppError(accountsErrors.notFound);
    return this.countHeld.of({ organisationId, influencerId: account.influencerId }, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('accounts:write')
  @ApiOperation({ summary: 'Remove an account: its authorization is revoked, what was collected is deleted' })
  @ApiNoContentResponse()
  remove(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.unitOfWork.tenant(organisationOfMember(identity), async (tx) => {
      const account = await this.accounts.lock(tx, id);
      if (!account || account.reserved) throw new AppError(accountsErrors.notFound);
      await this.removeAccount.remove(tx, account);
    });
  }
}

/** Creators end what they gave in their own dashboard. */
function organisationOfMember(identity: Identity): string {
  if (identity.kind !== 'member' && identity.kind !== 'api_key') throw new AppError(requestErrors.forbidden);
  return organisationOf(identity);
}
