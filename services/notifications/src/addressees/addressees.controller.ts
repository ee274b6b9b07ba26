import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../tenant';
import { AddresseeRepository } from './persistence/addressee.repository';

class AddresseeResponse {
  @ApiProperty({ format: 'uuid' })
  influencerId!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the creator asked for no more' })
  remindersStoppedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When their mailbox was found gone' })
  bouncedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When they called a mail unwanted' })
  complainedAt!: string | null;
}

@ApiTags('messages')
@Controller('v1/addressees')
export class AddresseesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly addressees: AddresseeRepository,
  ) {}

  @Get(':influencerId')
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'What keeps mails from an influencer; a new request by e-mail starts anew' })
  @ApiOkResponse({ type: AddresseeResponse })
  async show(
    @CurrentIdentity() identity: Identity,
    @Param('influencerId', ParseUUIDPipe) influencerId: string,
  ): Promise<AddresseeResponse> {
    const { remindersStoppedAt, bouncedAt, complainedAt } = await this.unitOfWork.tenant(
      organisationOf(identity),
      (tx) => this.addressees.find(tx, influencerId),
    );
    return {
      influencerId,
      remindersStoppedAt: remindersStoppedAt?.toISOString() ?? null,
      bouncedAt: bouncedAt?.toISOString() ?? null,
      complainedAt: complainedAt?.toISOString() ?? null,
    };
  }
}
