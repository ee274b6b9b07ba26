import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsEmail, Matches, MaxLength } from 'class-validator';
import { CurrentIdentity, PublicRoute, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../tenant';
import type { OutboundEmail } from './persistence/outbound-email.repository';
import { OutboundEmailHandler } from './outbound-email.handler';
import { SendTestHandler } from './send-test/send-test.handler';

class SetOutboundEmailRequest {
  @ApiProperty({ format: 'email' })
  @IsEmail()
  @MaxLength(254)
  address!: string;
}

class ConfirmOutboundEmailRequest {
  @ApiProperty({ description: 'From the link in the confirmation mail' })
  @Matches(/^[\w-]{43}$/)
  token!: string;
}

class ConfirmOutboundEmailResponse {
  @ApiProperty({ enum: ['VERIFIED'] })
  status!: 'VERIFIED';
}

class OutboundEmailResponse {
  @ApiProperty({ enum: ['NOT_SET', 'PENDING', 'VERIFIED'] })
  status!: 'NOT_SET' | 'PENDING' | 'VERIFIED';

  @ApiProperty({ type: String, nullable: true, description: 'In use now' })
  address!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Waits for the click in its confirmation mail' })
  pendingAddress!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  verifiedAt!: string | null;

  static of(email: OutboundEmail | null): OutboundEmailResponse {
    return {
      status: email?.verifiedAddress ? 'VERIFIED' : email?.pendingAddress ? 'PENDING' : 'NOT_SET',
      address: email?.verifiedAddress ?? null,
      pendingAddress: email?.pendingAddress ?? null,
      verifiedAt: email?.verifiedAt?.toISOString() ?? null,
    };
  }
}

class TestMailResponse {
  @ApiProperty({ format: 'email' })
  sentTo!: string;
}

@ApiTags('outbound-email')
@Controller('v1/outbound-email')
export class OutboundEmailController {
  constructor(
    private readonly outboundEmail: OutboundEmailHandler,
    private readonly sendTest: SendTestHandler,
  ) {}

  @Get()
  @RequirePermission('settings:read')
  @ApiOperation({ summary: 'The address your organisation sends to its creators from' })
  @ApiOkResponse({ type: OutboundEmailResponse })
  async show(@CurrentIdentity() identity: Identity): Promise<OutboundEmailResponse> {
    return OutboundEmailResponse.of(await this.outboundEmail.find(organisationOf(identity)));
  }

  @Put()
  @RequirePermission('settings:write')
  @ApiOperation({ summary: 'Set or replace it; it is used once the link in the confirmation mail was pressed' })
  @ApiOkResponse({ type: OutboundEmailResponse })
  async set(
    @CurrentIdentity() identity: Identity,
    @Body() { address }: SetOutboundEmailRequest,
  ): Promise<OutboundEmailResponse> {
    return OutboundEmailResponse.of(await this.outboundEmail.propose(organisationOf(identity), address));
  }

  @Post('test')
  @HttpCode(202)
  @RequirePermission('settings:write')
  @ApiOperation({ summary: 'Send a test mail from the verified address to itself, once a minute at most' })
  @ApiAcceptedResponse({ type: TestMailResponse })
  async test(@CurrentIdentity() identity: Identity): Promise<TestMailResponse> {
    return { sentTo: await this.sendTest.handle(organisationOf(identity)) };
  }

  @Post('confirmations')
  @HttpCode(200)
  @PublicRoute()
  @ApiOperation({ summary: 'Confirm an address with the token of its mail' })
  @ApiOkResponse({ type: ConfirmOutboundEmailResponse })
  async confirm(@Body() { token }: ConfirmOutboundEmailRequest): Promise<ConfirmOutboundEmailResponse> {
    await this.outboundEmail.confirm(token);
    return { status: 'VERIFIED' };
  }
}
