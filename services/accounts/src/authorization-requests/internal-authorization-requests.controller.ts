import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { AppError, gatewayErrors, platforms, type Platform } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { ServiceRoute } from '@creator-connect/security';
import { CheckConnectHandler, type ConnectExpectation } from './check-connect/check-connect.handler';
import { MessageRecipientHandler, type MessageRecipient } from './message-recipient/message-recipient.handler';
import { OpenLinkHandler } from './open-link/open-link.handler';
import { AuthorizationRequestRepository, type MailedLink } from './persistence/authorization-request.repository';
import { RenewLinkHandler } from './renew-link/renew-link.handler';
import { ResolveLinkHandler, type LinkResolution } from './resolve-link/resolve-link.handler';

class ResolveLinkRequest {
  @Matches(/^[\w-]{43}$/)
  tokenHash!: string;
}

class MailedLinksRequest {
  @IsUUID()
  organisationId!: string;

  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  messageIds!: string[];
}

class RenewLinkRequest {
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

class CheckConnectRequest {
  @IsUUID()
  organisationId!: string;

  @IsUUID()
  influencerId!: string;

  @IsOptional()
  @IsUUID()
  authorizationRequestId?: string | null;

  @IsOptional()
  @IsBoolean()
  application?: boolean;

  @IsIn(platforms)
  platform!: Platform;

  @IsOptional()
  @IsUUID()
  socialAccountId?: string | null;
}

class MessageRecipientRequest {
  @IsUUID()
  organisationId!: string;

  @IsUUID()
  influencerId!: string;

  @IsString()
  @MaxLength(60)
  purpose!: string;

  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  accountIds!: string[];

  @IsOptional()
  @IsUUID()
  messageId?: string;

  @IsOptional()
  @IsUUID()
  authorizationRequestId?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  endingGrantVersion?: number;

  @IsOptional()
  @IsBoolean()
  preview?: boolean;
}

@ApiExcludeController()
@Controller('internal')
export class InternalAuthorizationRequestsController {
  constructor(
    private readonly resolveLink: ResolveLinkHandler,
    private readonly openLink: OpenLinkHandler,
    private readonly renewLink: RenewLinkHandler,
    private readonly checkConnect: CheckConnectHandler,
    private readonly recipients: MessageRecipientHandler,
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: AuthorizationRequestRepository,
  ) {}

  @Post('link-resolutions')
  @HttpCode(200)
  @ServiceRoute('gateway')
  async resolve(@Body() { tokenHash }: ResolveLinkRequest): Promise<LinkResolution> {
    const resolution = await this.resolveLink.handle(Buffer.from(tokenHash, 'base64url'));
    if (!resolution) throw new AppError(gatewayErrors.linkUnusable);
    return resolution;
  }

  @Post('link-openings')
  @HttpCode(204)
  @ServiceRoute('gateway')
  open(@Body() { tokenHash }: ResolveLinkRequest): Promise<void> {
    return this.openLink.handle(Buffer.from(tokenHash, 'base64url'));
  }

  @Post('mailed-links')
  @HttpCode(200)
  @ServiceRoute('notifications')
  mailed(@Body() { organisationId, messageIds }: MailedLinksRequest): Promise<{ items: MailedLink[] }> {
    return this.unitOfWork.tenant(organisationId, async (tx) => ({
      items: await this.requests.mailedLinks(tx, messageIds),
    }));
  }

  @Post('link-renewals')
  @HttpCode(204)
  @ServiceRoute('gateway')
  renew(@Body() { email }: RenewLinkRequest): Promise<void> {
    return this.renewLink.handle(email);
  }

  @Post('connect-checks')
  @HttpCode(200)
  @ServiceRoute('oauth')
  check(@Body() body: CheckConnectRequest): Promise<ConnectExpectation> {
    const { authorizationRequestId = null, socialAccountId = null, application = false } = body;
    return this.checkConnect.handle({ ...body, authorizationRequestId, socialAccountId, application });
  }

  @Post('message-recipients')
  @HttpCode(200)
  @ServiceRoute('notifications')
  recipient(@Body() body: MessageRecipientRequest): Promise<MessageRecipient> {
    return this.recipients.handle(body);
  }
}
