import { ApiPropertyOptional } from '@nestjs/swagger';
import { AppError, fieldFault, requestErrors, type FieldFault } from '@creator-connect/contracts';
import { saidAs } from '@creator-connect/observability';
import { IsOptional, Matches } from 'class-validator';

/** Whole days in UTC, both included, as YYYY-MM-DD. */
export interface Period {
  from: string;
  to: string;
}

const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export class PeriodQuery {
  @ApiPropertyOptional({ format: 'date', description: 'First day, UTC; without it the month that ended last' })
  @IsOptional()
  @Matches(day, saidAs('not_date'))
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day, UTC; goes with `from`' })
  @IsOptional()
  @Matches(day, saidAs('not_date'))
  to?: string;
}

/** The month before the one that `now` is in. */
export function lastMonth(now: Date): Period {
  const year = now.getUTCFullYear();
  const month = now.getUTCMonth();
  return { from: dayOf(new Date(Date.UTC(year, month - 1, 1))), to: dayOf(new Date(Date.UTC(year, month, 0))) };
}

/** Throws `request.invalid` for a day that no calendar has, half a period and one that ends before it begins. */
export function periodOf({ from, to }: PeriodQuery, now: Date): Period {
  if (from === undefined && to === undefined) return lastMonth(now);
  for (const [field, value] of Object.entries({ from, to }))
    if (value === undefined || !isDay(value)) throw invalid(fieldFault(field, 'not_date'));
  if (from! > to!) throw invalid(fieldFault('to', 'ends_before_it_starts'));
  return { from: from!, to: to! };
}

function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && dayOf(date) === value;
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

const invalid = (fault: FieldFault) => new AppError(requestErrors.invalid, { errors: [fault] });
