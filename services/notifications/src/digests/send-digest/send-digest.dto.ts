import { ArrayMaxSize, IsArray, IsEmail, IsIn, IsTimeZone, IsUUID, Matches, MaxLength } from 'class-validator';

export class SendDigestRequest {
  @IsUUID()
  organisationId!: string;

  @IsUUID()
  userId!: string;

  @IsIn(['owner', 'admin', 'viewer'])
  role!: string;

  @IsEmail()
  @MaxLength(254)
  to!: string;

  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, { each: true })
  locales!: string[];

  @IsTimeZone()
  timeZone!: string;

  /** Where the member is. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  day!: string;
}
