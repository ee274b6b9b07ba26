import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBase64, IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';

/** How every list of the API is asked for a page: `limit` and the opaque `cursor` that the page before answered. */
export class PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 25 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 25;

  @ApiPropertyOptional({ description: '"nextCursor" of the page before' })
  @IsOptional()
  @IsBase64({ urlSafe: true })
  @MaxLength(500)
  cursor?: string;
}
