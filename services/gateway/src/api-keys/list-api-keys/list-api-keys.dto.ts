import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

export class ListApiKeysQuery {
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 50;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

export class ApiKeyItem {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  hint!: string;
  @ApiProperty({ type: [String] })
  scopes!: string[];
  @ApiProperty()
  createdAt!: string;
  @ApiProperty()
  expiresAt!: string;
  @ApiProperty({ type: String, nullable: true })
  lastUsedAt!: string | null;
}

export class ListApiKeysResponse {
  @ApiProperty({ type: [ApiKeyItem] })
  items!: ApiKeyItem[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
