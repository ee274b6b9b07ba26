import { platforms, type Platform } from '@creator-connect/contracts';
import { ApiProperty } from '@nestjs/swagger';

class LinkSessionItem {
  @ApiProperty({ enum: platforms })
  platform!: Platform;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  socialAccountId!: string | null;
  @ApiProperty({ type: String, nullable: true })
  handle!: string | null;
  @ApiProperty()
  done!: boolean;
}

export class LinkSessionResponse {
  @ApiProperty()
  organisationName!: string;
  /** What the organisation asks for, as accounts lists it. */
  @ApiProperty({ type: [LinkSessionItem] })
  items!: LinkSessionItem[];
  /** A new account would be attached, so the person has to prove to be the invited one. */
  @ApiProperty()
  needsProof!: boolean;
  @ApiProperty()
  proven!: boolean;
  /** The person pressed the button on our page. */
  @ApiProperty()
  begun!: boolean;
  /** Once begun: under it accounts tells what is done, also after the last account ended the link. */
  @ApiProperty({ type: String, nullable: true })
  authorizationRequestId!: string | null;
  @ApiProperty()
  csrfToken!: string;
  @ApiProperty()
  expiresAt!: string;
}
