import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBase64, IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { AppError, decodeCursor, encodeCursor, requestErrors } from '@creator-connect/contracts';

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

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids are UUIDv7, so their order is the order of creation and one id is a whole cursor. */
export function afterId({ cursor }: PageQuery): string | null {
  if (cursor === undefined) return null;
  const [id] = decodeCursor(cursor, 1);
  if (id && uuid.test(id)) return id;
  throw new AppError(requestErrors.invalid, { errors: [{ field: 'cursor', message: 'is not a cursor of ours' }] });
}

/** Rows were asked with one more than fits; the surplus one only tells that there is a next page. */
export function pageOf<Row extends { id: string }, Item>(rows: Row[], limit: number, view: (row: Row) => Item) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}
