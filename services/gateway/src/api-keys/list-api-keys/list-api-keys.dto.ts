import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

export class ListApiKeysQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 50;

  @IsOptional()
  @IsUUID()
  cursor?: string;
}

export class ApiKeyItem {
  id!: string;
  name!: string;
  hint!: string;
  scopes!: string[];
  createdAt!: string;
  expiresAt!: string;
  lastUsedAt!: string | null;
}

export class ListApiKeysResponse {
  items!: ApiKeyItem[];
  nextCursor!: string | null;
}
