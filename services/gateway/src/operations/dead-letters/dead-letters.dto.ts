import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IdPageQuery } from '../../edge/id-page-query';
import { services, type ServiceName } from '../../routing/routing-table';

export const deadLetterStatuses = ['parked', 'blocked', 'replayed', 'discarded'] as const;
type Status = (typeof deadLetterStatuses)[number];

export class DeadLettersOf {
  @ApiProperty({ enum: services })
  @IsIn(services)
  service!: ServiceName;
}

export class OneDeadLetter extends DeadLettersOf {
  @ApiProperty()
  @IsUUID()
  id!: string;
}

export class ListDeadLettersQuery extends IdPageQuery {
  @ApiPropertyOptional({ enum: deadLetterStatuses })
  @IsOptional()
  @IsIn(deadLetterStatuses)
  status?: Status;
}

export class DeadLetterItem {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  consumer!: string;
  /** Missing when the message does not even say that in words of ours. */
  @ApiProperty({ type: String, nullable: true })
  eventType!: string | null;
  @ApiProperty()
  topic!: string;
  @ApiProperty()
  partition!: number;
  @ApiProperty()
  offset!: string;
  /** Id of what the event is about; later events of it wait. Missing when the key is no id of ours. */
  @ApiProperty({ type: String, nullable: true })
  about!: string | null;
  @ApiProperty({ enum: deadLetterStatuses })
  status!: Status;
  /** Why it was put aside: the class of the error, and its words without values. */
  @ApiProperty({ type: String, nullable: true })
  errorClass!: string | null;
  @ApiProperty({ type: String, nullable: true })
  errorMessage!: string | null;
  @ApiProperty()
  attempts!: number;
  @ApiProperty()
  firstAt!: string;
  @ApiProperty()
  lastAt!: string;
  /** Id of the operator who decided. */
  @ApiProperty({ type: String, nullable: true })
  resolvedBy!: string | null;
}

export class ListDeadLettersResponse {
  @ApiProperty({ type: [DeadLetterItem] })
  items!: DeadLetterItem[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class DeadLetterStop {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  errorClass!: string;
  @ApiProperty()
  message!: string;
}

export class DecideDeadLetterResponse {
  /** Messages whose effect happened now: the one asked for and those that waited behind it. */
  @ApiProperty()
  replayed!: number;
  /** The message at which it stopped; it stays parked with its new cause. */
  @ApiProperty({ type: DeadLetterStop, nullable: true })
  stoppedAt!: DeadLetterStop | null;
}
