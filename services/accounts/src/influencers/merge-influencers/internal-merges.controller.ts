import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { ServiceRoute } from '@creator-connect/security';
import { MergeRepository } from './persistence/merge.repository';

class ConfirmMergeRequest {
  @IsUUID()
  organisationId!: string;
}

interface WaitingMerge {
  organisationId: string;
  influencerId: string;
  keptInfluencerId: string;
}

/** The gateway takes part in no topic, so it asks whose entries became one, and says when it has followed. */
@ApiExcludeController()
@Controller('internal/merges')
export class InternalMergesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly merges: MergeRepository,
  ) {}

  @Get('waiting')
  @ServiceRoute('gateway')
  async waiting(): Promise<{ items: WaitingMerge[] }> {
    const items = await this.routing.query<WaitingMerge>(
      `SELECT org_id AS "organisationId", influencer_id AS "influencerId", kept_id AS "keptInfluencerId"
         FROM merged_influencers WHERE gateway_done_at IS NULL ORDER BY merged_at LIMIT 100`,
      [],
    );
    return { items };
  }

  @Put(':influencerId/gateway')
  @HttpCode(204)
  @ServiceRoute('gateway')
  confirm(
    @Param('influencerId', ParseUUIDPipe) influencerId: string,
    @Body() { organisationId }: ConfirmMergeRequest,
  ): Promise<void> {
    return this.unitOfWork.tenant(organisationId, (tx) => this.merges.gatewayDone(tx, influencerId));
  }
}
