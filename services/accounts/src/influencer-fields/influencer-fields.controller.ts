import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, fieldFault, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../tenant';
import type { InfluencerField } from './domain/influencer-fields';
import { InfluencerFieldsDto } from './influencer-field.dto';
import { InfluencerFieldRepository } from './persistence/influencer-field.repository';

@ApiTags('organisations')
@Controller('v1/organisations/current/influencer-fields')
export class InfluencerFieldsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly fields: InfluencerFieldRepository,
  ) {}

  @Get()
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'What your organisation asks about every influencer' })
  @ApiOkResponse({ type: InfluencerFieldsDto })
  async list(@CurrentIdentity() identity: Identity): Promise<InfluencerFieldsDto> {
    const items = await this.unitOfWork.tenant(organisationOf(identity), (tx) => this.fields.list(tx));
    return { items: items.map((field) => ({ ...field, choices: [...field.choices] })) };
  }

  @Put()
  @RequirePermission('settings:write')
  @ApiOperation({
    summary: 'Replace the fields; they are shown in this order. No value is lost when a field is left out',
  })
  @ApiOkResponse({ type: InfluencerFieldsDto })
  async replace(
    @CurrentIdentity() identity: Identity,
    @Body() { items }: InfluencerFieldsDto,
  ): Promise<InfluencerFieldsDto> {
    const organisationId = organisationOf(identity);
    const fields = items.map((item): InfluencerField => ({ ...item, choices: item.choices ?? [] }));
    const empty = fields.findIndex(({ kind, choices }) => kind === 'choice' && choices.length === 0);
    if (empty >= 0) {
      const errors = [fieldFault(`items.${empty}.choices`, 'empty')];
      throw new AppError(requestErrors.invalid, { errors });
    }
    await this.unitOfWork.tenant(organisationId, (tx) => this.fields.replace(tx, organisationId, fields));
    return this.list(identity);
  }
}
