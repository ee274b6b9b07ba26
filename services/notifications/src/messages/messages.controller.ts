import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { decodeIdCursor, encodeCursor } from '@creator-connect/contracts';
import { PageQuery } from '@creator-connect/observability';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../tenant';
import { MailedLinks, type MailedLink } from '../peers/mailed-links';
import { messageKinds, type Message } from './domain/message-kind';
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

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The request that it asks to fulfil' })
  authorizationRequestId!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When somebody first pressed Begin on the page of its link; looking at it does not count',
  })
  linkOpenedAt!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When nothing of its request was left to do',
  })
  requestFinishedAt!: string | null;

  static of(message: Message, link: MailedLink | undefined): MessageResponse {
    return {
      id: message.id,
      influencerId: message.influencerId,
      socialAccountIds: message.accountIds,
      kind: message.kind,
      status: message.status,
      failure: message.failure,
      createdAt: message.createdAt.toISOString(),
      sentAt: message.sentAt?.toISOString() ?? null,
      authorizationRequestId: link?.authorizationRequestId ?? message.authorizationRequestId,
      linkOpenedAt: link?.openedAt ?? null,
      requestFinishedAt: link?.finishedAt ?? null,
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
    private readonly links: MailedLinks,
  ) {}

  @Get()
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'Mails of the organisation with what became of them, newest first' })
  @ApiOkResponse({ type: ListMessagesResponse })
  async list(
    @CurrentIdentity() identity: Identity,
    @Query() query: ListMessagesRequest,
  ): Promise<ListMessagesResponse> {
    const { influencerId, limit } = query;
    const after = query.cursor ? decodeIdCursor(query.cursor) : null;
    const organisationId = organisationOf(identity);
    const found = await this.unitOfWork.tenant(organisationId, (tx) =>
      this.messages.list(tx, { influencerId, limit: limit + 1, after }),
    );
    const shown = found.slice(0, limit);
    const asking = shown.filter(({ kind }) => messageKinds[kind].link === 'authorization');
    const links = await this.links.of(
      organisationId,
      asking.map(({ id }) => id),
    );
    const last = shown.at(-1);
    return {
      items: shown.map((message) => MessageResponse.of(message, links.get(message.id))),
      nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null,
    };
  }
}
