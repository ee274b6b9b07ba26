import { Controller, Param, ParseUUIDPipe, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentIdentity, type Identity } from '@creator-connect/security';
import { AccountTables } from './account-tables';
import { ExportFile, fileOf } from './export-file';
import { ExportDailyMetricsRequest, ExportRequest } from './exports.dto';

@ApiTags('exports')
@Controller('v1/social-accounts/:id/exports')
export class ExportsController {
  constructor(private readonly tables: AccountTables) {}

  @ExportFile('posts', 'posts:read', 'All posts of an account with their latest figures, as a file')
  async posts(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format }: ExportRequest,
  ): Promise<StreamableFile> {
    return fileOf('posts', format, await this.tables.posts(identity, id));
  }

  @ExportFile('metrics', 'posts:read', 'Figures of an account day by day, as a file')
  async metrics(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format, days, timeZone }: ExportDailyMetricsRequest,
  ): Promise<StreamableFile> {
    return fileOf('metrics', format, await this.tables.metricsByDay(identity, id, { days, timeZone }));
  }

  @ExportFile('audience', 'posts:read', 'The audience of an account, as a file')
  async audience(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format }: ExportRequest,
  ): Promise<StreamableFile> {
    return fileOf('audience', format, await this.tables.audience(identity, id));
  }
}
