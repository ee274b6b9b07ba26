import { Type } from 'class-transformer';
import { IsDefined, IsEmail, IsNotEmpty, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';

const slug = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

class InstallOrganisation {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @IsString()
  @Matches(slug, { message: 'slug must be lower-case letters, digits and hyphens' })
  slug!: string;
}

class InstallOwner {
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsString()
  @Length(1, 512)
  password!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;
}

export class InstallRequest {
  @IsString()
  @Length(1, 512)
  setupToken!: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => InstallOrganisation)
  organisation!: InstallOrganisation;

  @IsDefined()
  @ValidateNested()
  @Type(() => InstallOwner)
  owner!: InstallOwner;
}

export class InstallResponse {
  organisationId!: string;
  userId!: string;
}
