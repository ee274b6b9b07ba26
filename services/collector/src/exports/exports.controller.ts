import type { Readable } from 'node:stream';
import { applyDecorators, Controller, Get, Header, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { AccountTables } from './account-tables';
import { ExportDailyMetricsRequest, ExportRequest, type ExportFormat } from './exports.dto';
import { csvOf } from './formats/csv';
import { parquetOf } from './formats/parquet';
import type { Table } from './formats/table';

const formats: Record<ExportFormat, { type: string; write: (table: Table) => Readable }> = {
  csv: { type: 'text/csv; charset=utf-8', write: csvOf },
  parquet: { type: 'application/vnd.apache.parquet', write: parquetOf },
};

const Export = (path: string, summary: string) =>
  applyDecorators(
    Get(path),
    RequirePermission('posts:read'),
    Header('cache-control', 'no-store'),
    ApiOperation({ summary }),
    ApiProduces('text/csv', 'application/vnd.apache.parquet'),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );

function fileOf(name: string, format: ExportFormat, table: Table): StreamableFile {
  const { type, write } = formats[format];
  return new StreamableFile(write(table), { type, disposition: `attachment; filename="${name}.${format}"` });
}

@ApiTags('exports')
@Controller('v1/social-accounts/:id/exports')
export class ExportsController {
  constructor(private readonly tables: AccountTables) {}

  @Export('posts', 'All posts of an account with their latest figures, as a file')
  async posts(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format }: ExportRequest,
  ): Promise<StreamableFile> {
    return fileOf('posts', format, await this.tables.posts(identity, id));
  }

  @Export('metrics', 'Figures of an account day by day, as a file')
  async metrics(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format, days, timeZone }: ExportDailyMetricsRequest,
  ): Promise<StreamableFile> {
    return fileOf('metrics', format, await this.tables.metricsByDay(identity, id, { days, timeZone }));
  }

  @Export('audience', 'The audience of an account, as a file')
  async audience(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format }: ExportRequest,
  ): Promise<StreamableFile> {
    return fileOf('audience', format, await this.tables.audience(identity, id));
  }
}
