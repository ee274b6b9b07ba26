import { Body, Controller, Get, Put, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { memberOf, MembersOnly } from '../../member';
import { digestFrequencies, type DigestFrequency } from '../domain/frequency';
import { DigestRepository } from '../persistence/digest.repository';

class DigestSetting {
  @ApiProperty({
    enum: digestFrequencies,
    description:
      'Until a member chooses: weekly, and off for viewers. On days on which no account needs its owner none comes',
  })
  @IsIn(digestFrequencies)
  frequency!: DigestFrequency;
}

/** A member's own choice, in the organisation they work in now. */
@ApiTags('notices')
@UseGuards(MembersOnly)
@Controller('v1/digest-setting')
export class DigestSettingController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly digests: DigestRepository,
  ) {}

  @Get()
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'How often you are mailed which accounts need their owner' })
  @ApiOkResponse({ type: DigestSetting })
  show(@CurrentIdentity() identity: Identity): Promise<DigestSetting> {
    const { organisationId, userId } = memberOf(identity);
    return this.unitOfWork.tenant(organisationId, async (tx) => ({
      frequency: await this.digests.frequency(tx, userId, identity.role ?? 'viewer'),
    }));
  }

  @Put()
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'Choose how often; at seven in the morning, where you last signed in' })
  @ApiOkResponse({ type: DigestSetting })
  async choose(@CurrentIdentity() identity: Identity, @Body() { frequency }: DigestSetting): Promise<DigestSetting> {
    const { organisationId, userId } = memberOf(identity);
    await this.unitOfWork.tenant(organisationId, (tx) => this.digests.choose(tx, organisationId, userId, frequency));
    return { frequency };
  }
}
