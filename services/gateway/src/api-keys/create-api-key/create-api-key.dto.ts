import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { apiKeyScopes } from '../api-key-scopes';

export class CreateApiKeyRequest {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @ApiProperty({ enum: apiKeyScopes, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsIn(apiKeyScopes, { each: true })
  scopes!: string[];

  @ApiProperty()
  @IsInt()
  @Min(1)
  @Max(365)
  expiresInDays!: number;
}

export class CreateApiKeyResponse {
  @ApiProperty()
  id!: string;
  /** Shown this one time. */
  @ApiProperty()
  key!: string;
  @ApiProperty()
  expiresAt!: string;
}
