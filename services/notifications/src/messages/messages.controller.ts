import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { decodeIdCursor, encodeCursor } from '@creator-connect/contracts';
import { PageQuery } from '@creator-connect/observability';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../tenant';
import type { Message } from './domain/message-kind';
import { MessageRepository } from './persistence/message.repository';

class ListMessagesRequest extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  influencerId?: string;
}

class MessageResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  influencerId!: string | null;

  @ApiProperty({ type: [String] })
  socialAccountIds!: string[];

  @ApiProperty()
  kind!: string;

  @ApiProperty({ enum: ['QUEUED', 'SENDING', 'SENT', 'FAILED', 'CANCELLED', 'UNCONFIRMED'] })
  status!: string;

  @ApiProperty({ type: String, nullable: true, example: 'no_sender' })
  failure!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt!: string | null;

  static of(message: Message): MessageResponse {
    return {
      id: message.id,
      influencerId: message.influencerId,
      socialAccountIds: message.accountIds,
      kind: message.kind,
      status: message.status,
      failure: message.failure,
      createdAt: message.createdAt.toISOString(),
      sentAt: message.sentAt?.toISOString() ?? null,
    };
  }
}

class ListMessagesResponse {
  @ApiProperty({ type: [MessageResponse] })
  items!: MessageResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@ApiTags('messages')
@Controller('v1/messages')
export class MessagesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: MessageRepository,
  ) {}

  @Get()
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'Mails of the organisation with what became of them, newest first' })
  @ApiOkResponse({ type: ListMessagesResponse })
  list(@CurrentIdentity() identity: Identity, @Query() query: ListMessagesRequest): Promise<ListMessagesResponse> {
    const { influencerId, limit } = query;
    const after = query.cursor ? decodeIdCursor(query.cursor) : null;
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const found = await this.messages.list(tx, { influencerId, limit: limit + 1, after });
      const items = found.slice(0, limit).map((message) => MessageResponse.of(message));
      const last = items.at(-1);
      return { items, nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null };
    });
  }
}
