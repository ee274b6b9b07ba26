import { applyDecorators } from '@nestjs/common';
import { saidAs } from '@creator-connect/observability';
import { IsString, Length, Matches, type ValidationOptions } from 'class-validator';

/**
 * Text of one line. Control characters and half surrogate pairs are refused: PostgreSQL takes neither NUL nor broken
 * UTF-16, and a line break in a name could become one in a mail's header (security AL-07, HT-03). So are characters that turn the
 * direction of what follows them: a name must not make the rest of a line read as something else.
 */
export const PlainText = (most: number, options?: ValidationOptions) =>
  applyDecorators(
    IsString(options),
    Length(1, most, options),
    Matches(/^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, { ...options, ...saidAs('not_one_line') }),
  );
