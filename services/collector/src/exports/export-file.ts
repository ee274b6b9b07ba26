import type { Readable } from 'node:stream';
import {
  applyDecorators,
  Get,
  Header,
  StreamableFile,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { assertStepUp, csvOf, RequirePermission, type WithIdentity } from '@creator-connect/security';
import type { ExportFormat } from './exports.dto';
import { parquetOf } from './formats/parquet';
import type { Table } from './formats/table';

const formats: Record<ExportFormat, { type: string; write: (table: Table) => Readable }> = {
  csv: { type: 'text/csv; charset=utf-8', write: csvOfTable },
  parquet: { type: 'application/vnd.apache.parquet', write: parquetOf },
};

function csvOfTable({ columns, rows }: Table): Readable {
  return csvOf(
    rows,
    columns.map(({ name }) => name),
  );
}

/** A stolen session shows page after page; it is not enough to carry everything away (security SE-06). */
const freshProof: CanActivate = {
  canActivate(context: ExecutionContext): boolean {
    // The guard of all routes has let somebody through.
    assertStepUp(context.switchToHttp().getRequest<Required<WithIdentity>>().identity, new Date());
    return true;
  },
};

/** A route that answers with a file; no cache keeps what may have to be hidden a moment later. */
export const ExportFile = (path: string, permission: 'posts:read' | 'campaigns:read', summary: string) =>
  applyDecorators(
    Get(path),
    RequirePermission(permission),
    UseGuards(freshProof),
    Header('cache-control', 'no-store'),
    ApiOperation({ summary, description: 'Needs a proof of at most five minutes ago' }),
    ApiProduces('text/csv', 'application/vnd.apache.parquet'),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );

export function fileOf(name: string, format: ExportFormat, table: Table): StreamableFile {
  const { type, write } = formats[format];
  return new StreamableFile(write(table), { type, disposition: `attachment; filename="${name}.${format}"` });
}
