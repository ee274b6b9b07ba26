import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsUUID } from 'class-validator';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { ServiceRoute } from '@creator-connect/security';
import { InfluencerRepository } from '../../influencers/persistence/influencer.repository';
import { exportedSets } from './domain/exported-sets';
import { DataExportRepository } from './persistence/data-export.repository';
import { RunExports } from './run-exports';
import type { Row } from './write-archive';

const givenSets = exportedSets.filter(({ service }) => service === 'gateway').map(({ name }) => name);

class BeginExportRequest {
  @IsUUID()
  organisationId!: string;

  @IsUUID()
  influencerId!: string;
}

class StartExportRequest {
  @IsUUID()
  organisationId!: string;
}

class GiveRowsRequest extends StartExportRequest {
  @IsIn(givenSets)
  set!: string;

  @IsArray()
  @ArrayMaxSize(1_000)
  @IsObject({ each: true })
  rows!: Row[];
}

/** The gateway, which no service can ask, begins an export, gives what it holds itself, and starts it. */
@ApiExcludeController()
@Controller('internal/data-exports')
export class InternalDataExportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly influencers: InfluencerRepository,
    private readonly exports: DataExportRepository,
    private readonly runs: RunExports,
  ) {}

  @Post()
  @HttpCode(200)
  @ServiceRoute('gateway')
  begin(@Body() { organisationId, influencerId }: BeginExportRequest): Promise<{ id: string | null }> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      if (!(await this.influencers.find(tx, influencerId))) throw new AppError(accountsErrors.notFound);
      return { id: (await this.exports.begin(tx, organisationId, influencerId)) ?? null };
    });
  }

  @Post(':id/rows')
  @HttpCode(204)
  @ServiceRoute('gateway')
  async give(@Param('id', ParseUUIDPipe) id: string, @Body() body: GiveRowsRequest): Promise<void> {
    const { organisationId, set, rows } = body;
    const taken = await this.unitOfWork.tenant(organisationId, (tx) =>
      this.exports.give(tx, organisationId, id, set, rows),
    );
    if (!taken) throw new AppError(accountsErrors.notFound);
  }

  @Post(':id/start')
  @HttpCode(204)
  @ServiceRoute('gateway')
  async start(@Param('id', ParseUUIDPipe) id: string, @Body() { organisationId }: StartExportRequest): Promise<void> {
    if (!(await this.unitOfWork.tenant(organisationId, (tx) => this.exports.start(tx, id)))) {
      throw new AppError(accountsErrors.notFound);
    }
    this.runs.wake();
  }
}
