import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  accountsErrors,
  AppError,
  collectorErrors,
  decodeIdCursor,
  encodeCursor,
  newId,
  requestErrors,
} from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { PageQuery } from '@creator-connect/observability';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { ImportVendorDataHandler } from './import-vendor-data/import-vendor-data.handler';
import { readCsv, readRecords } from './import-vendor-data/read-vendor-rows';
import { VendorAccounts, type VendorAccount } from './peers/vendor-accounts';
import { VendorRecordRepository } from './persistence/vendor-record.repository';
import { PurgeVendorData } from './purge-vendor-data/purge-vendor-data';
import {
  ImportVendorDataRequest,
  ImportVendorDataResponse,
  ListVendorPurgesResponse,
  PurgeVendorDataRequest,
  PurgeVendorDataResponse,
  VendorDataResponse,
} from './vendor-data.dto';

const shown = 100;

/** What third parties told about accounts: brought in by members, and removed whenever it must or should be. */
@ApiTags('vendor-data')
@Controller('v1')
export class VendorDataController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: VendorAccounts,
    private readonly records: VendorRecordRepository,
    private readonly importing: ImportVendorDataHandler,
    private readonly purging: PurgeVendorData,
  ) {}

  @Post('vendor-data/imports')
  @HttpCode(200)
  @RequirePermission('accounts:write')
  @ApiOperation({ summary: 'Store what a vendor tells about accounts; answers what became of each row' })
  @ApiOkResponse({ type: ImportVendorDataResponse })
  async run(
    @CurrentIdentity() identity: Identity,
    @Body() { vendor, csv, records }: ImportVendorDataRequest,
  ): Promise<ImportVendorDataResponse> {
    const read = csv === undefined ? readRecords(records ?? []) : readCsv(csv);
    const rows = await this.importing.handle(organisationOf(identity), vendor, read);
    const stored = rows.filter(({ outcome }) => outcome === 'stored').length;
    return { stored, refused: rows.length - stored, rows };
  }

  @Get('vendor-data/purges')
  @RequirePermission('accounts:write')
  @ApiOperation({ summary: 'What was removed, when and why, newest first' })
  @ApiOkResponse({ type: ListVendorPurgesResponse })
  purges(@CurrentIdentity() identity: Identity, @Query() query: PageQuery): Promise<ListVendorPurgesResponse> {
    const after = query.cursor ? decodeIdCursor(query.cursor) : null;
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const found = await this.records.purges(tx, { limit: query.limit + 1, after });
      const page = found.slice(0, query.limit);
      const last = page.at(-1);
      const more = found.length > query.limit && last;
      return ListVendorPurgesResponse.of(page, more ? encodeCursor([last.id]) : null);
    });
  }

  @Get('social-accounts/:id/vendor-data')
  @RequirePermission('accounts:write')
  @ApiOperation({ summary: 'What vendors told of an account, and how much a removal would delete' })
  @ApiOkResponse({ type: VendorDataResponse })
  async show(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<VendorDataResponse> {
    await this.#account(identity, id);
    const organisationId = organisationOf(identity);
    const contacts = await this.accounts.countContacts(organisationId, id);
    return this.unitOfWork.tenant(organisationId, async (tx) => ({
      ...(await this.records.count(tx, id)),
      contacts,
      items: VendorDataResponse.itemsOf(await this.records.list(tx, id, shown)),
    }));
  }

  @Post('social-accounts/:id/vendor-data/purges')
  @HttpCode(200)
  @RequirePermission('accounts:write')
  @ApiOperation({ summary: 'Remove what vendors told of an account, and nothing else; or only count it' })
  @ApiOkResponse({ type: PurgeVendorDataResponse })
  async purge(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) accountId: string,
    @Body() { dryRun }: PurgeVendorDataRequest,
  ): Promise<PurgeVendorDataResponse> {
    const { influencerId } = await this.#account(identity, accountId);
    const organisationId = organisationOf(identity);
    if (dryRun) {
      const contacts = await this.accounts.countContacts(organisationId, accountId);
      const counts = await this.unitOfWork.tenant(organisationId, (tx) => this.records.count(tx, accountId));
      return { dryRun, ...counts, contacts };
    }
    const id = newId();
    const contacts = await this.accounts.removeContacts(organisationId, accountId, id);
    const account = { organisationId, influencerId, accountId };
    const counts = await this.unitOfWork.tenant(organisationId, (tx) =>
      this.purging.purge(tx, account, { id, cause: 'by_member', contacts }),
    );
    return { dryRun, ...counts };
  }

  async #account(identity: Identity, id: string): Promise<VendorAccount> {
    try {
      return await this.accounts.of(organisationOf(identity), id);
    } catch (error) {
      if (error instanceof AppError && error.code === accountsErrors.notFound.code)
        throw new AppError(collectorErrors.notFound);
      throw error;
    }
  }
}

function organisationOf(identity: Identity): string {
  if (!identity.org) throw new AppError(requestErrors.forbidden);
  return identity.org;
}
