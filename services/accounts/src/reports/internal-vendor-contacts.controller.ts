import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { AppError, accountsErrors, VendorDataPurgeRequested } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { ServiceRoute } from '@creator-connect/security';
import type { SocialAccount } from '../social-accounts/domain/social-account';
import { SocialAccountRepository } from '../social-accounts/persistence/social-account.repository';
import { ReportRepository } from './persistence/report.repository';

class InOrganisation {
  @IsUUID()
  organisationId!: string;
}

class RemoveContactsRequest extends InOrganisation {
  /** Under which the caller has the removal on record. */
  @IsUUID()
  purgeId!: string;
}

/** What vendors told of an account in reports: part of what a removal of its vendor data counts and deletes. */
@ApiExcludeController()
@Controller('internal/social-accounts/:id')
export class InternalVendorContactsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: SocialAccountRepository,
    private readonly reports: ReportRepository,
    private readonly outbox: Outbox,
  ) {}

  @Get('vendor-contacts')
  @ServiceRoute('collector')
  count(@Param('id', ParseUUIDPipe) id: string, @Query() { organisationId }: InOrganisation) {
    return this.#of(organisationId, id, (tx, account) => this.reports.countContacts(tx, account));
  }

  /** What is removed is told by an event, too: the answer may come too late for its record. */
  @Post('vendor-contact-removals')
  @HttpCode(200)
  @ServiceRoute('collector')
  remove(@Param('id', ParseUUIDPipe) id: string, @Body() { organisationId, purgeId }: RemoveContactsRequest) {
    return this.#of(organisationId, id, async (tx, account) => {
      const contacts = await this.reports.forgetContacts(tx, account);
      if (contacts === 0) return contacts;
      const { influencerId } = account;
      const about = { organisationId, influencerId, accountId: id, contacts, cause: 'by_member' as const, purgeId };
      const data = { ...about, requestedAt: new Date().toISOString() };
      const aggregateVersion = await this.accounts.nextVersion(tx, id);
      await this.outbox.add(tx, VendorDataPurgeRequested, data, { aggregateVersion });
      return contacts;
    });
  }

  #of(organisationId: string, id: string, what: (tx: Tx, account: SocialAccount) => Promise<number>) {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const account = await this.accounts.find(tx, id);
      if (!account) throw new AppError(accountsErrors.notFound);
      return { contacts: await what(tx, account) };
    });
  }
}
