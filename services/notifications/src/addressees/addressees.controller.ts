import { Controller, Delete, Get, Param, ParseUUIDPipe, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { MembersOnly } from '../member';
import { organisationOf } from '../tenant';
import { LiftComplaintHandler } from './lift-complaint/lift-complaint.handler';
import { AddresseeRepository, type Addressee } from './persistence/addressee.repository';

class AddresseeResponse {
  @ApiProperty({ format: 'uuid' })
  influencerId!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the creator asked for no more' })
  remindersStoppedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When their mailbox was found gone' })
  bouncedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When they called a mail unwanted' })
  complainedAt!: string | null;

  static of(influencerId: string, { remindersStoppedAt, bouncedAt, complainedAt }: Addressee): AddresseeResponse {
    return {
      influencerId,
      remindersStoppedAt: remindersStoppedAt?.toISOString() ?? null,
      bouncedAt: bouncedAt?.toISOString() ?? null,
      complainedAt: complainedAt?.toISOString() ?? null,
    };
  }
}

@ApiTags('messages')
@Controller('v1/addressees')
export class AddresseesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly addressees: AddresseeRepository,
    private readonly liftComplaint: LiftComplaintHandler,
  ) {}

  @Get(':influencerId')
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'What keeps mails from an influencer; a new request by e-mail starts anew' })
  @ApiOkResponse({ type: AddresseeResponse })
  async show(
    @CurrentIdentity() identity: Identity,
    @Param('influencerId', ParseUUIDPipe) influencerId: string,
  ): Promise<AddresseeResponse> {
    const addressee = await this.unitOfWork.tenant(organisationOf(identity), (tx) =>
      this.addressees.find(tx, influencerId),
    );
    return AddresseeResponse.of(influencerId, addressee);
  }

  @Delete(':influencerId/complaint')
  @UseGuards(MembersOnly)
  @RequirePermission('links:write')
  @ApiOperation({
    summary: 'Let mails go to an address again that somebody complained from, because they asked you to',
    description: 'Refused as long as Amazon SES suppresses the address.',
  })
  @ApiOkResponse({ type: AddresseeResponse })
  async lift(
    @CurrentIdentity() identity: Identity,
    @Param('influencerId', ParseUUIDPipe) influencerId: string,
  ): Promise<AddresseeResponse> {
    const addressee = await this.liftComplaint.handle(organisationOf(identity), influencerId, identity.sub);
    return AddresseeResponse.of(influencerId, addressee);
  }
}
