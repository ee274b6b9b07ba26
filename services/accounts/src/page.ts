import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBase64, IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { decodeIdCursor, encodeCursor } from '@creator-connect/contracts';

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

export function afterId({ cursor }: PageQuery): string | null {
  return cursor === undefined ? null : decodeIdCursor(cursor);
}

/** Rows were asked with one more than fits; the surplus one only tells that there is a next page. */
export function pageOf<Row extends { id: string }, Item>(rows: Row[], limit: number, view: (row: Row) => Item) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}
