import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { platforms, type Platform } from '@creator-connect/contracts';
import { PageQuery } from '@creator-connect/observability';
import { PlainText } from '../plain-text.decorator';
import type { AuthorizationLink, AuthorizationRequest } from './persistence/authorization-request.repository';

class RequestedPlatform {
  @ApiProperty({ enum: platforms })
  @IsIn(platforms)
  platform!: Platform;

  @ApiPropertyOptional({ description: 'Expected handle; shown to the creator, never a proof of identity' })
  @IsOptional()
  @PlainText(100)
  handle?: string;
}

export class CreateAuthorizationRequestRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  influencerId!: string;

  @ApiPropertyOptional({ type: [RequestedPlatform], description: 'Accounts asked for beside those that need it' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RequestedPlatform)
  platforms?: RequestedPlatform[];
}

export class ListAuthorizationRequestsRequest extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  influencerId?: string;
}

export class CreateAuthorizationLinkRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  authorizationRequestId!: string;

  @ApiProperty({ enum: ['copy', 'email'] })
  @IsIn(['copy', 'email'])
  delivery!: 'copy' | 'email';
}

class RequestItemResponse {
  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  socialAccountId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  handle!: string | null;

  @ApiProperty()
  done!: boolean;
}

class RequestLinkResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['copy', 'email'] })
  delivery!: 'copy' | 'email';

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The mail that carried it' })
  messageId!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When somebody first pressed Begin on its page; looking at it, as scanners of mail do, does not count',
  })
  openedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: string | null;

  static of(link: AuthorizationLink): RequestLinkResponse {
    const { id, delivery, messageId, createdAt, openedAt, endedAt } = link;
    return {
      id,
      delivery,
      messageId,
      createdAt: createdAt.toISOString(),
      openedAt: openedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
    };
  }
}

export class AuthorizationRequestResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  influencerId!: string;

  @ApiProperty({ enum: ['open', 'finished', 'withdrawn', 'expired'] })
  status!: string;

  @ApiProperty({ type: [RequestItemResponse] })
  items!: RequestItemResponse[];

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When nothing was left to do, or it was withdrawn; some time after the end of one that expired',
  })
  closedAt!: string | null;

  @ApiProperty({
    type: [RequestLinkResponse],
    description: 'Each copy and each mail has one, oldest first; for the organisation alone',
  })
  links!: RequestLinkResponse[];

  static of(request: AuthorizationRequest, links: readonly AuthorizationLink[] = []): AuthorizationRequestResponse {
    const { id, influencerId, status, items } = request;
    const [createdAt, expiresAt] = [request.createdAt.toISOString(), request.expiresAt.toISOString()];
    const closedAt = request.closedAt?.toISOString() ?? null;
    const own = links.filter((link) => link.authorizationRequestId === id);
    return {
      id,
      influencerId,
      status,
      items,
      createdAt,
      expiresAt,
      closedAt,
      links: own.map((link) => RequestLinkResponse.of(link)),
    };
  }
}

export class ListAuthorizationRequestsResponse {
  @ApiProperty({ type: [AuthorizationRequestResponse] })
  items!: AuthorizationRequestResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class AuthorizationLinkResponse {
  @ApiProperty({ type: String, nullable: true, description: 'Shown once; null when it is mailed' })
  url!: string | null;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}
