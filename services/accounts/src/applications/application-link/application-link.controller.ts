import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { AccountsSettings } from '../../accounts-settings';
import { InfluencerGroupResponse } from '../../influencer-groups/influencer-group.dto';
import { InfluencerGroupRepository } from '../../influencer-groups/persistence/influencer-group.repository';
import { organisationOf } from '../../tenant';
import { ApplicationLinkRepository } from '../persistence/application-link.repository';

class ApplicationLinkRequest {
  @ApiProperty({ description: 'Closed, it takes no new applications; those that were begun can be finished' })
  @IsBoolean()
  open!: boolean;
}

@ApiTags('applications')
@Controller('v1/influencer-groups/:id/application-link')
export class ApplicationLinkController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly groups: InfluencerGroupRepository,
    private readonly links: ApplicationLinkRepository,
    private readonly settings: AccountsSettings,
  ) {}

  @Put()
  @RequirePermission('links:write')
  @ApiOperation({ summary: 'Open or close the application link of a group' })
  @ApiOkResponse({ type: InfluencerGroupResponse })
  change(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { open }: ApplicationLinkRequest,
  ): Promise<InfluencerGroupResponse> {
    return this.#change(identity, id, (tx) => this.links.setOpen(tx, id, open));
  }

  @Post('renewals')
  @HttpCode(200)
  @RequirePermission('links:write')
  @ApiOperation({ summary: 'Give the link a new address; the old one ends at once' })
  @ApiOkResponse({ type: InfluencerGroupResponse })
  renew(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<InfluencerGroupResponse> {
    return this.#change(identity, id, (tx) => this.links.renew(tx, id));
  }

  #change(identity: Identity, groupId: string, change: (tx: Tx) => Promise<void>): Promise<InfluencerGroupResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      if (!(await this.groups.find(tx, groupId))) throw new AppError(accountsErrors.notFound);
      await change(tx);
      return InfluencerGroupResponse.of((await this.groups.find(tx, groupId))!, this.settings.publicUrl);
    });
  }
}
