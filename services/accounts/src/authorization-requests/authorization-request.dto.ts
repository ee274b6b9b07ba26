import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { platforms, type Platform } from '@creator-connect/contracts';
import { PageQuery } from '@creator-connect/observability';
import { PlainText } from '../plain-text.decorator';
import type { AuthorizationRequest } from './persistence/authorization-request.repository';

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

  static of(request: AuthorizationRequest): AuthorizationRequestResponse {
    const { id, influencerId, status, items } = request;
    const [createdAt, expiresAt] = [request.createdAt.toISOString(), request.expiresAt.toISOString()];
    return { id, influencerId, status, items, createdAt, expiresAt };
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
