import { type Platform, platforms } from '@creator-connect/contracts';
import { ApiProperty } from '@nestjs/swagger';

export class UnfinishedTransactionResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty({ enum: ['SETUP_UNFINISHED'] })
  status!: 'SETUP_UNFINISHED';

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Set for an authentication that repairs' })
  socialAccountId!: string | null;

  @ApiProperty({ format: 'date-time', description: 'Until then it can be finished' })
  expiresAt!: string;
}

export class UnfinishedTransactionsResponse {
  @ApiProperty({ type: [UnfinishedTransactionResponse] })
  items!: UnfinishedTransactionResponse[];
}
