import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../../tenant';
import { PreviewRequestHandler } from './preview-request.handler';

class PreviewRequestRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  influencerId!: string;
}

class MailboxResponse {
  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'email' })
  address!: string;
}

class PreviewRequestResponse {
  @ApiProperty({ description: 'Language of the mail', example: 'en' })
  locale!: string;

  @ApiProperty({ type: MailboxResponse })
  to!: MailboxResponse;

  @ApiProperty({
    type: MailboxResponse,
    nullable: true,
    description: 'null: there is no verified outbound address, so nothing would be sent',
  })
  from!: MailboxResponse | null;

  @ApiProperty()
  subject!: string;

  @ApiProperty({ description: 'The text part; a sample stands where the link will be' })
  text!: string;
}

@ApiTags('messages')
@Controller('v1/messages/request-preview')
export class PreviewRequestController {
  constructor(private readonly preview: PreviewRequestHandler) {}

  @Get()
  @RequirePermission('links:write')
  @ApiOperation({ summary: 'The mail that asks an influencer for accounts, before it is sent' })
  @ApiOkResponse({ type: PreviewRequestResponse })
  show(
    @CurrentIdentity() identity: Identity,
    @Query() { influencerId }: PreviewRequestRequest,
  ): Promise<PreviewRequestResponse> {
    return this.preview.handle(organisationOf(identity), influencerId);
  }
}
