import { Controller, Delete, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
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
  ) {}

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('accounts:write')
  @ApiOperation({ summary: 'Remove an account: its authorization is revoked, what was collected is deleted' })
  @ApiNoContentResponse()
  remove(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    if (identity.kind !== 'member' && identity.kind !== 'api_key') throw new AppError(requestErrors.forbidden);
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const account = await this.accounts.lock(tx, id);
      if (!account || account.reserved) throw new AppError(accountsErrors.notFound);
      await this.removeAccount.remove(tx, account);
    });
  }
}
