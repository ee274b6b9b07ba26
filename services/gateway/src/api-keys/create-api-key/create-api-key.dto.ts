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
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsIn(apiKeyScopes, { each: true })
  scopes!: string[];

  @IsInt()
  @Min(1)
  @Max(365)
  expiresInDays!: number;
}

export class CreateApiKeyResponse {
  id!: string;
  /** Shown this one time. */
  key!: string;
  expiresAt!: string;
}
