import type { Readable } from 'node:stream';
import { applyDecorators, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { RequirePermission } from '@creator-connect/security';
import type { ExportFormat } from './exports.dto';
import { csvOf } from './formats/csv';
import { parquetOf } from './formats/parquet';
import type { Table } from './formats/table';

const formats: Record<ExportFormat, { type: string; write: (table: Table) => Readable }> = {
  csv: { type: 'text/csv; charset=utf-8', write: csvOf },
  parquet: { type: 'application/vnd.apache.parquet', write: parquetOf },
};

/** A route that answers with a file; no cache keeps what may have to be hidden a moment later. */
export const ExportFile = (path: string, permission: 'posts:read' | 'campaigns:read', summary: string) =>
  applyDecorators(
    Get(path),
    RequirePermission(permission),
    Header('cache-control', 'no-store'),
    ApiOperation({ summary }),
    ApiProduces('text/csv', 'application/vnd.apache.parquet'),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );

export function fileOf(name: string, format: ExportFormat, table: Table): StreamableFile {
  const { type, write } = formats[format];
  return new StreamableFile(write(table), { type, disposition: `attachment; filename="${name}.${format}"` });
}
