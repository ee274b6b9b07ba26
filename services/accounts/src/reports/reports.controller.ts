import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { InfluencerResponse } from '../influencers/influencer.dto';
import { afterId, pageOf } from '../page';
import { organisationOf } from '../tenant';
import { AddFromReportRequest } from './add-from-report/add-from-report.dto';
import { AddFromReportHandler } from './add-from-report/add-from-report.handler';
import {
  ImportVendorContactsRequest,
  ImportVendorContactsResponse,
} from './import-vendor-contacts/import-vendor-contacts.dto';
import { ImportVendorContactsHandler } from './import-vendor-contacts/import-vendor-contacts.handler';
import { readContactCsv, readContactRecords } from './import-vendor-contacts/read-contact-rows';
import { ReportRepository } from './persistence/report.repository';
import { ListReportsQuery, ListReportsResponse, ReportResponse } from './report.dto';

@ApiTags('reports')
@Controller('v1/reports')
export class ReportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportRepository,
    private readonly addFromReport: AddFromReportHandler,
    private readonly contacts: ImportVendorContactsHandler,
  ) {}

  @Get()
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'Public profiles that were found, newest first' })
  @ApiOkResponse({ type: ListReportsResponse })
  list(@CurrentIdentity() identity: Identity, @Query() query: ListReportsQuery): Promise<ListReportsResponse> {
    const { platform, limit } = query;
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) =>
      pageOf(await this.reports.list(tx, { platform, limit: limit + 1, after: afterId(query) }), limit, (report) =>
        ReportResponse.of(report),
      ),
    );
  }

  @Post('vendor-contacts/imports')
  @HttpCode(200)
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Add to reports what a vendor tells about their owners; answers what became of each row' })
  @ApiOkResponse({ type: ImportVendorContactsResponse })
  async importContacts(
    @CurrentIdentity() identity: Identity,
    @Body() { vendor, csv, records }: ImportVendorContactsRequest,
  ): Promise<ImportVendorContactsResponse> {
    const read = csv === undefined ? readContactRecords(records ?? []) : readContactCsv(csv);
    const rows = await this.contacts.handle(organisationOf(identity), vendor, read);
    const stored = rows.filter(({ outcome }) => outcome === 'stored').length;
    return { stored, refused: rows.length - stored, rows };
  }

  @Get(':id')
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'One report: the public profile of an account, and its contact information' })
  @ApiOkResponse({ type: ReportResponse })
  show(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<ReportResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const report = await this.reports.find(tx, id);
      if (!report) throw new AppError(accountsErrors.notFound);
      return ReportResponse.of(report);
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Delete a report' })
  @ApiNoContentResponse()
  remove(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      if (!(await this.reports.remove(tx, id))) throw new AppError(accountsErrors.notFound);
    });
  }

  @Post(':id/influencers')
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Add the influencer of a report with its account, to the roster or directly to a campaign' })
  @ApiCreatedResponse({ type: InfluencerResponse })
  async add(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AddFromReportRequest,
  ): Promise<InfluencerResponse> {
    return InfluencerResponse.of(await this.addFromReport.handle(organisationOf(identity), id, body));
  }
}
