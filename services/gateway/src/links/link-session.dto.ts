import { ApiProperty } from '@nestjs/swagger';

export class LinkSessionResponse {
  @ApiProperty()
  organisationName!: string;
  /** What the organisation asks for, as accounts lists it. */
  @ApiProperty({ type: 'array', items: { type: 'object' } })
  items!: unknown[];
  /** A new account would be attached, so the person has to prove to be the invited one. */
  @ApiProperty()
  needsProof!: boolean;
  @ApiProperty()
  proven!: boolean;
  /** The person pressed the button on our page. */
  @ApiProperty()
  begun!: boolean;
  @ApiProperty()
  csrfToken!: string;
  @ApiProperty()
  expiresAt!: string;
}
