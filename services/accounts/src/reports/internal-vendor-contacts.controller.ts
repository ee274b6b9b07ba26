import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { ServiceRoute } from '@creator-connect/security';
import { SocialAccountRepository } from '../social-accounts/persistence/social-account.repository';
import { ReportRepository, type NamedAccount } from './persistence/report.repository';

class InOrganisation {
  @IsUUID()
  organisationId!: string;
}

/** What vendors told of an account in reports: part of what a removal of its vendor data counts and deletes. */
@ApiExcludeController()
@Controller('internal/social-accounts/:id')
export class InternalVendorContactsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: SocialAccountRepository,
    private readonly reports: ReportRepository,
  ) {}

  @Get('vendor-contacts')
  @ServiceRoute('collector')
  count(@Param('id', ParseUUIDPipe) id: string, @Query() { organisationId }: InOrganisation) {
    return this.#of(organisationId, id, (tx, account) => this.reports.countContacts(tx, account));
  }

  @Post('vendor-contact-removals')
  @HttpCode(200)
  @ServiceRoute('collector')
  remove(@Param('id', ParseUUIDPipe) id: string, @Body() { organisationId }: InOrganisation) {
    return this.#of(organisationId, id, (tx, account) => this.reports.forgetContacts(tx, account));
  }

  #of(organisationId: string, id: string, what: (tx: Tx, account: NamedAccount) => Promise<number>) {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const account = await this.accounts.find(tx, id);
      if (!account) throw new AppError(accountsErrors.notFound);
      return { contacts: await what(tx, account) };
    });
  }
}
