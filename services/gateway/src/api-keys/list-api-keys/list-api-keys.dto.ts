import { ApiProperty } from '@nestjs/swagger';

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
