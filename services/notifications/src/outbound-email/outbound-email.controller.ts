import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsEmail, IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { CurrentIdentity, PublicRoute, RequirePermission, type Identity } from '@creator-connect/security';
import { OutboundWays, outboundVias, type OutboundVia } from '../mail/outbound-ways';
import { organisationOf } from '../tenant';
import type { OutboundEmail } from './persistence/outbound-email.repository';
import { OutboundEmailHandler } from './outbound-email.handler';
import { SendTestHandler } from './send-test/send-test.handler';

class SetOutboundEmailRequest {
  @ApiProperty({ format: 'email' })
  @IsEmail()
  @MaxLength(254)
  address!: string;

  @ApiPropertyOptional({ enum: outboundVias, default: 'smtp', description: 'How mails leave; see "available"' })
  @IsOptional()
  @IsIn(outboundVias)
  via: OutboundVia = 'smtp';
}

class ConfirmOutboundEmailRequest {
  @ApiProperty({ description: 'From the link in the confirmation mail' })
  @Matches(/^[\w-]{43}$/)
  token!: string;
}

class ConfirmOutboundEmailResponse {
  @ApiProperty({ enum: ['VERIFIED', 'PENDING'], description: '"PENDING": Amazon Web Services have to confirm it, too' })
  status!: 'VERIFIED' | 'PENDING';
}

class OutboundEmailResponse {
  @ApiProperty({ enum: ['NOT_SET', 'PENDING', 'FAILED', 'VERIFIED'] })
  status!: 'NOT_SET' | 'PENDING' | 'FAILED' | 'VERIFIED';

  @ApiProperty({ enum: outboundVias, isArray: true, description: 'The ways that this installation has' })
  available!: OutboundVia[];

  @ApiProperty({ type: String, nullable: true, description: 'In use now' })
  address!: string | null;

  @ApiProperty({ enum: outboundVias, description: 'How mails of the address in use leave' })
  via!: OutboundVia;

  @ApiProperty({ type: String, nullable: true, description: 'Waits for its confirmation, or failed to get it' })
  pendingAddress!: string | null;

  @ApiProperty({ type: String, enum: ['PENDING', 'FAILED'], nullable: true })
  pendingStatus!: 'PENDING' | 'FAILED' | null;

  @ApiProperty({ type: String, enum: outboundVias, nullable: true })
  pendingVia!: OutboundVia | null;

  @ApiProperty({
    type: String,
    enum: ['us', 'aws'],
    nullable: true,
    description: 'Whose mail holds the link to press: ours, or the one of Amazon Web Services',
  })
  confirmationFrom!: 'us' | 'aws' | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  verifiedAt!: string | null;

  static of(email: OutboundEmail | null, available: OutboundVia[]): OutboundEmailResponse {
    const proposal = email?.proposal ?? null;
    return {
      status: email?.verifiedAddress ? 'VERIFIED' : (proposal?.state ?? 'NOT_SET'),
      available,
      address: email?.verifiedAddress ?? null,
      via: email?.via ?? 'smtp',
      pendingAddress: proposal?.address ?? null,
      pendingStatus: proposal?.state ?? null,
      pendingVia: proposal?.via ?? null,
      confirmationFrom: proposal?.state === 'PENDING' ? (proposal.proof === 'token' ? 'us' : 'aws') : null,
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
    private readonly ways: OutboundWays,
  ) {}

  @Get()
  @RequirePermission('settings:read')
  @ApiOperation({ summary: 'The address your organisation sends to its creators from' })
  @ApiOkResponse({ type: OutboundEmailResponse })
  async show(@CurrentIdentity() identity: Identity): Promise<OutboundEmailResponse> {
    return this.#shown(await this.outboundEmail.find(organisationOf(identity)));
  }

  @Put()
  @RequirePermission('settings:write')
  @ApiOperation({
    summary: 'Set or replace it, or ask again; it is used once the link in the confirmation mail was pressed',
  })
  @ApiOkResponse({ type: OutboundEmailResponse })
  async set(
    @CurrentIdentity() identity: Identity,
    @Body() { address, via }: SetOutboundEmailRequest,
  ): Promise<OutboundEmailResponse> {
    return this.#shown(await this.outboundEmail.propose(organisationOf(identity), address, via));
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
    return { status: await this.outboundEmail.confirm(token) };
  }

  #shown(email: OutboundEmail | null): OutboundEmailResponse {
    return OutboundEmailResponse.of(email, this.ways.available);
  }
}
