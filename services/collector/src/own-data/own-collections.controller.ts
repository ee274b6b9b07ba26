import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { AppError, platforms, requestErrors, type DataSource, type Platform } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { dataSourceOf, dataSources } from '../feeds/domain/data-source';
import { OwnCollectionRepository, type OwnCollection } from './own-collection.repository';

class OwnCollectionResponse {
  @ApiProperty({ format: 'uuid' })
  accountId!: string;

  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty({ enum: dataSources })
  source!: DataSource;

  @ApiProperty({ description: 'It goes on; false: paused, lapsed or taken back' })
  isOpen!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  firstAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastAt!: string | null;

  @ApiProperty()
  posts!: number;

  @ApiProperty({ description: 'Figures at all times, of the account and of its posts' })
  figures!: number;

  @ApiProperty({ type: [String], description: 'Breakdowns of the audience' })
  audience!: string[];

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it is deleted, hidden from everybody until then; null: that is not due',
  })
  deletedOn!: string | null;

  static of({
    access,
    alsoMarketplace,
    firstAt,
    lastAt,
    deletedOn,
    ...collection
  }: OwnCollection): OwnCollectionResponse {
    const { platform } = collection;
    return {
      ...collection,
      source: dataSourceOf({ platform, access, alsoMarketplace }),
      firstAt: firstAt?.toISOString() ?? null,
      lastAt: lastAt?.toISOString() ?? null,
      deletedOn: deletedOn?.toISOString() ?? null,
    };
  }
}

class ListOwnCollectionsResponse {
  @ApiProperty({ type: [OwnCollectionResponse] })
  items!: OwnCollectionResponse[];
}

@ApiTags('own-data')
@Controller('v1/own-data/collections')
export class OwnCollectionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly collections: OwnCollectionRepository,
  ) {}

  @Get()
  @RequirePermission('own-data:read')
  @ApiOperation({ summary: 'What was collected about your accounts, from which source, and when' })
  @ApiOkResponse({ type: ListOwnCollectionsResponse })
  async list(@CurrentIdentity() identity: Identity): Promise<ListOwnCollectionsResponse> {
    const { kind, org, influencer } = identity;
    if (kind !== 'influencer' || !org || !influencer) throw new AppError(requestErrors.forbidden);
    const rows = await this.unitOfWork.tenant(org, (tx) => this.collections.ofInfluencer(tx, influencer));
    return { items: rows.map((row) => OwnCollectionResponse.of(row)) };
  }
}
