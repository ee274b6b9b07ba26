import { Readable } from 'node:stream';
import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { assertStepUp, CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { ownOf } from '../../tenant';
import { exportedSets } from './domain/exported-sets';
import { DataExportRepository, type DataExport, type DataExportStatus } from './persistence/data-export.repository';
import { filesOf } from './write-archive';

const statuses: readonly DataExportStatus[] = ['gathering', 'running', 'ready', 'fetched', 'failed'];

class DataExportProgress {
  @ApiProperty({ description: 'Files that are written' })
  done!: number;

  @ApiProperty()
  total!: number;
}

class DataExportResponse {
  @ApiProperty({ enum: statuses, description: '`fetched`: it was downloaded, and can be once only' })
  status!: DataExportStatus;

  @ApiProperty({ type: DataExportProgress })
  progress!: DataExportProgress;

  @ApiProperty()
  bytes!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readyAt!: string | null;

  @ApiProperty({ format: 'date-time', description: 'Until when it can be downloaded' })
  expiresAt!: string;

  static of({ status, partsDone, bytes, createdAt, readyAt, expiresAt }: DataExport): DataExportResponse {
    const total = filesOf(exportedSets.length);
    return {
      status,
      progress: { done: status === 'ready' || status === 'fetched' ? total : partsDone, total },
      bytes,
      createdAt: createdAt.toISOString(),
      readyAt: readyAt?.toISOString() ?? null,
      expiresAt: expiresAt.toISOString(),
    };
  }
}

class CurrentDataExportResponse {
  @ApiProperty({
    type: DataExportResponse,
    nullable: true,
    description: 'null: none was asked for in the last 24 hours',
  })
  export!: DataExportResponse | null;
}

/** A copy of everything held about a creator. It is asked for at the gateway, which gives its own part first. */
@ApiTags('own-data')
@Controller('v1/own-data/exports/current')
export class DataExportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly exports: DataExportRepository,
  ) {}

  @Get()
  @RequirePermission('own-data:read')
  @ApiOperation({ summary: 'How far your export is' })
  @ApiOkResponse({ type: CurrentDataExportResponse })
  async show(@CurrentIdentity() identity: Identity): Promise<CurrentDataExportResponse> {
    const { organisationId, influencerId } = ownOf(identity);
    const found = await this.unitOfWork.tenant(organisationId, (tx) => this.exports.of(tx, influencerId));
    return { export: found ? DataExportResponse.of(found) : null };
  }

  @Get('file')
  @RequirePermission('own-data:read')
  @Header('content-disposition', 'attachment; filename="my-data.zip"')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Download your export, once; needs a proof of at most five minutes ago' })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(@CurrentIdentity() identity: Identity): Promise<StreamableFile> {
    assertStepUp(identity, new Date());
    const { organisationId, influencerId } = ownOf(identity);
    const found = await this.unitOfWork.tenant(organisationId, (tx) => this.exports.of(tx, influencerId));
    if (found?.status !== 'ready') throw new AppError(accountsErrors.exportNotReady);
    const content = Readable.from(this.#pieces(organisationId, found.id), { objectMode: false });
    return new StreamableFile(content, { type: 'application/zip', length: found.bytes });
  }

  /** One at a time; only a download that came to its end was one. */
  async *#pieces(organisationId: string, id: string): AsyncGenerator<Buffer> {
    for (let position = 1; ; position += 1) {
      const piece = await this.unitOfWork.tenant(organisationId, (tx) => this.exports.piece(tx, id, position));
      if (!piece) break;
      yield piece;
    }
    await this.unitOfWork.tenant(organisationId, (tx) => this.exports.fetched(tx, id));
  }
}
