import { Controller, Param, ParseUUIDPipe, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentIdentity, type Identity } from '@creator-connect/security';
import { ExportFile, fileOf } from '../exports/export-file';
import { ExportRequest } from '../exports/exports.dto';
import { ExportCampaignDaysRequest } from './campaign-days.dto';
import { CampaignTables } from './campaign-tables';

@ApiTags('exports')
@Controller('v1/campaigns/:id/report/exports')
export class CampaignExportsController {
  constructor(private readonly tables: CampaignTables) {}

  @ExportFile('posts', 'campaigns:read', 'All posts that count in the report of a campaign, as a file')
  async posts(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format }: ExportRequest,
  ): Promise<StreamableFile> {
    return fileOf('campaign-posts', format, await this.tables.posts(identity, id));
  }

  @ExportFile('totals', 'campaigns:read', 'Figures of a campaign by account, and what is missing, as a file')
  async totals(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format }: ExportRequest,
  ): Promise<StreamableFile> {
    return fileOf('campaign-totals', format, await this.tables.totals(identity, id));
  }

  @ExportFile('daily', 'campaigns:read', 'Figures of a campaign day by day, as a file')
  async daily(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format, ...query }: ExportCampaignDaysRequest,
  ): Promise<StreamableFile> {
    return fileOf('campaign-daily', format, await this.tables.daily(identity, id, query));
  }
}
