import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { platforms, type Platform } from '@creator-connect/contracts';
import { PageQuery } from '@creator-connect/observability';
import type { Names } from '../../peers/names';
import { noticeKinds, type Notice, type NoticeKind } from '../domain/notice';

export class ListNoticesRequest extends PageQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Only what you have not read' })
  @IsOptional()
  @IsIn(['true', 'false'])
  unread: 'true' | 'false' = 'false';
}

export class ReadAllRequest {
  @ApiProperty({ format: 'uuid', description: 'The newest notice that you have seen' })
  @IsUUID()
  upTo!: string;
}

class NoticeInfluencer {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: gone by now' })
  name!: string | null;
}

class NoticeAccount {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty()
  handle!: string;
}

export class NoticeResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: noticeKinds })
  kind!: NoticeKind;

  @ApiProperty({ type: NoticeInfluencer, nullable: true })
  influencer!: NoticeInfluencer | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The member whom it is about' })
  userId!: string | null;

  @ApiProperty({ type: NoticeAccount, nullable: true, description: 'null: about no account, or it is gone by now' })
  socialAccount!: NoticeAccount | null;

  @ApiProperty()
  read!: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  static of({ id, kind, influencerId, userId, accountId, read, createdAt }: Notice, names: Names): NoticeResponse {
    const name = names.influencers.find((one) => one.id === influencerId)?.name ?? null;
    return {
      id,
      kind,
      influencer: influencerId === null ? null : { id: influencerId, name },
      userId,
      socialAccount: names.accounts.find((one) => one.id === accountId) ?? null,
      read,
      createdAt: createdAt.toISOString(),
    };
  }
}

export class ListNoticesResponse {
  @ApiProperty({ type: [NoticeResponse] })
  items!: NoticeResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class UnreadResponse {
  @ApiProperty({ maximum: 100, description: '100 stands for 100 and more' })
  count!: number;
}
