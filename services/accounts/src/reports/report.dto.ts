import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { platforms, type Platform } from '@creator-connect/contracts';
import { PageQuery } from '@creator-connect/observability';
import { contactInformation, type ContactInformation, type ContactSource } from './domain/contact-information';
import { keptUntil, type Report } from './domain/report';

const sources: readonly ContactSource[] = ['description', 'website', 'vendor'];
const source = {
  enum: sources,
  description: 'Where in the profile it stands; vendor: a third party tells it',
} as const;
const vendor = { description: 'Who tells it, where a third party does' } as const;

class FoundEmailResponse {
  @ApiProperty()
  address!: string;

  @ApiProperty(source)
  source!: ContactSource;

  @ApiPropertyOptional(vendor)
  vendor?: string;
}

class FoundAccountResponse {
  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty()
  handle!: string;

  @ApiProperty(source)
  source!: ContactSource;

  @ApiPropertyOptional(vendor)
  vendor?: string;
}

class FoundLinkResponse {
  @ApiProperty()
  url!: string;

  @ApiProperty(source)
  source!: ContactSource;

  @ApiPropertyOptional(vendor)
  vendor?: string;
}

class ContactInformationResponse implements ContactInformation {
  @ApiProperty({ type: [FoundEmailResponse] })
  emails!: FoundEmailResponse[];

  @ApiProperty({
    type: [FoundAccountResponse],
    description: 'Other accounts that the profile itself or a vendor names',
  })
  accounts!: FoundAccountResponse[];

  @ApiProperty({ type: [FoundLinkResponse] })
  links!: FoundLinkResponse[];
}

const figure = { type: Number, nullable: true, description: 'null: the platform does not show it' } as const;
const text = { type: String, nullable: true } as const;

export class ReportResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty()
  handle!: string;

  @ApiProperty()
  displayName!: string;

  @ApiProperty(text)
  biography!: string | null;

  @ApiProperty(text)
  website!: string | null;

  @ApiProperty(text)
  pictureUrl!: string | null;

  @ApiProperty(text)
  profileUrl!: string | null;

  @ApiProperty({ type: Boolean, nullable: true })
  verified!: boolean | null;

  @ApiProperty(figure)
  followers!: number | null;

  @ApiProperty(figure)
  following!: number | null;

  @ApiProperty(figure)
  posts!: number | null;

  @ApiProperty(figure)
  likes!: number | null;

  @ApiProperty({ type: ContactInformationResponse })
  contactInformation!: ContactInformationResponse;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Who of the roster this is, where known' })
  influencerId!: string | null;

  @ApiProperty({ format: 'date-time', description: 'When the platform showed it so' })
  fetchedAt!: string;

  @ApiProperty({ format: 'date-time', description: 'Deleted then, unless it is looked up again' })
  keptUntil!: string;

  static of(report: Report): ReportResponse {
    const { id, platform, handle, displayName, biography, website, pictureUrl, profileUrl, verified } = report;
    const { followers, following, posts, likes, influencerId, fetchedAt } = report;
    return {
      id,
      platform,
      handle,
      displayName,
      biography,
      website,
      pictureUrl,
      profileUrl,
      verified,
      followers,
      following,
      posts,
      likes,
      contactInformation: contactInformation(report),
      influencerId,
      fetchedAt: fetchedAt.toISOString(),
      keptUntil: keptUntil(report).toISOString(),
    };
  }
}

export class ListReportsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: platforms })
  @IsOptional()
  @IsIn(platforms)
  platform?: Platform;
}

export class ListReportsResponse {
  @ApiProperty({ type: [ReportResponse] })
  items!: ReportResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
