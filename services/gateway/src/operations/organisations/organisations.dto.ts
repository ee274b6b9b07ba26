import { mailLanguages, type MailLanguage } from '@creator-connect/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

const ownerStates = ['active', 'invited', 'unconfirmed', 'ended', 'not_invited'] as const;

export class InviteOwnerRequest {
  @ApiProperty({ description: 'Whether or not somebody of this address is a user already' })
  @IsEmail()
  @MaxLength(254)
  ownerEmail!: string;
}

export class CreateOrganisationRequest extends InviteOwnerRequest {
  @ApiProperty({ maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @ApiPropertyOptional({ enum: mailLanguages, description: 'Of mails to those who have no other' })
  @IsOptional()
  @IsIn(mailLanguages)
  locale?: MailLanguage;
}

export class OrganisationOwner {
  /**
   * `active`: it has owners. Else it waits for the first: `invited`, or `unconfirmed` when nobody knows whether the mail went,
   * or `ended` when the invitation can not be used any more, or `not_invited` when no invitation could be mailed.
   */
  @ApiProperty({ enum: ownerStates })
  state!: (typeof ownerStates)[number];
  /** Where the invitation went, while nobody is in. */
  @ApiProperty({ type: String, nullable: true })
  email!: string | null;
  /** Until when the invitation can be used. */
  @ApiProperty({ type: String, nullable: true })
  expiresAt!: string | null;
}

export class OperatorOrganisation {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  createdAt!: string;
  @ApiProperty()
  members!: number;
  @ApiProperty({ type: OrganisationOwner })
  owner!: OrganisationOwner;
}

export class ListOperatorOrganisationsResponse {
  @ApiProperty({ type: [OperatorOrganisation] })
  items!: OperatorOrganisation[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
