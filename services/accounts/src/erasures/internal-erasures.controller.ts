import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { ServiceRoute } from '@creator-connect/security';
import { ErasureRepository } from './persistence/erasure.repository';

class ConfirmErasureRequest {
  @IsUUID()
  organisationId!: string;
}

interface WaitingErasure {
  organisationId: string;
  influencerId: string;
  accountIds: string[];
}

/** The gateway takes part in no topic, so it asks for whom it has to erase, and says when it has. */
@ApiExcludeController()
@Controller('internal/erasures')
export class InternalErasuresController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly erasures: ErasureRepository,
  ) {}

  @Get('waiting')
  @ServiceRoute('gateway')
  async waiting(): Promise<{ items: WaitingErasure[] }> {
    const rows = await this.routing.query<{ org_id: string; influencer_id: string }>(
      `SELECT org_id, influencer_id FROM erasures WHERE done_at IS NULL AND NOT confirmed ? 'gateway'
        ORDER BY erased_at LIMIT 100`,
      [],
    );
    const items: WaitingErasure[] = [];
    for (const { org_id: organisationId, influencer_id: influencerId } of rows) {
      const found = await this.unitOfWork.tenant(organisationId, (tx) => this.erasures.find(tx, influencerId));
      if (found) items.push({ organisationId, influencerId, accountIds: found.accountIds });
    }
    return { items };
  }

  @Put(':influencerId/gateway')
  @HttpCode(204)
  @ServiceRoute('gateway')
  confirm(
    @Param('influencerId', ParseUUIDPipe) influencerId: string,
    @Body() { organisationId }: ConfirmErasureRequest,
  ): Promise<void> {
    return this.unitOfWork.tenant(organisationId, (tx) =>
      this.erasures.confirm(tx, influencerId, 'gateway', new Date().toISOString()),
    );
  }
}
