import { saidAs } from '@creator-connect/observability';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsEmail, IsNotEmpty, IsObject, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';

const slug = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

class InstallOrganisation {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @ApiProperty()
  @IsString()
  @Matches(slug, saidAs('not_slug'))
  slug!: string;
}

class InstallOwner {
  @ApiProperty()
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @ApiProperty()
  @IsString()
  @Length(1, 512)
  password!: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;
}

export class InstallRequest {
  @ApiProperty()
  @IsString()
  @Length(1, 512)
  setupToken!: string;

  @ApiProperty()
  @IsObject()
  @ValidateNested()
  @Type(() => InstallOrganisation)
  organisation!: InstallOrganisation;

  @ApiProperty()
  @IsObject()
  @ValidateNested()
  @Type(() => InstallOwner)
  owner!: InstallOwner;
}

export class InstallResponse {
  @ApiProperty()
  organisationId!: string;
  @ApiProperty()
  userId!: string;
}
