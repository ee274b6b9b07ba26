import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { PublicRoute, sha256 } from '@creator-connect/security';
import { ErasureRepository, erasingServices, type Erasure } from './persistence/erasure.repository';

class ErasureReceiptRequest {
  @ApiProperty({ description: 'What the erasure answered' })
  @Matches(/^[\w-]{43}$/)
  receipt!: string;
}

class ErasedPart {
  @ApiProperty({ enum: erasingServices })
  service!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: not yet' })
  erasedAt!: string | null;
}

class ErasureReceiptResponse {
  @ApiProperty({ format: 'date-time' })
  askedAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'null: a service has not finished yet',
  })
  doneAt!: string | null;

  @ApiProperty({ type: [ErasedPart] })
  services!: ErasedPart[];

  static of({ erasedAt, doneAt, confirmed }: Erasure): ErasureReceiptResponse {
    return {
      askedAt: erasedAt.toISOString(),
      doneAt: doneAt?.toISOString() ?? null,
      services: erasingServices.map((service) => ({ service, erasedAt: confirmed[service] ?? null })),
    };
  }
}

/** For somebody who can sign in no more: the receipt says when, and nothing of who they were or of which organisation. */
@ApiTags('own-data')
@Controller('v1/erasure-receipts')
export class ErasureReceiptsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly erasures: ErasureRepository,
  ) {}

  @Post()
  @HttpCode(200)
  @PublicRoute()
  @ApiOperation({ summary: 'How far an erasure is, service by service' })
  @ApiOkResponse({ type: ErasureReceiptResponse })
  async show(@Body() { receipt }: ErasureReceiptRequest): Promise<ErasureReceiptResponse> {
    const hash = sha256(receipt);
    const [row] = await this.routing.query<{ org_id: string }>(
      'SELECT org_id FROM erasures WHERE receipt_token_hash = $1',
      [hash],
    );
    const found = row && (await this.unitOfWork.tenant(row.org_id, (tx) => this.erasures.byReceipt(tx, hash)));
    if (!found) throw new AppError(accountsErrors.notFound);
    return ErasureReceiptResponse.of(found);
  }
}
