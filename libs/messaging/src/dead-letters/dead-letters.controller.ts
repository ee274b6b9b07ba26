import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, type Type } from '@nestjs/common';
import { AppError, requestErrors } from '@creator-connect/contracts';
import { DeadLetters, type DeadLetter, type DeadLetterStatus, type ReplayResult } from './dead-letters';

const statuses: readonly string[] = ['parked', 'blocked', 'replayed', 'discarded'] satisfies DeadLetterStatus[];
const uuid = new ParseUUIDPipe();

/** Made per application, so that the service's own access decorator is on it. */
export function deadLettersController(access: ClassDecorator): Type {
  @access
  @Controller('internal/dead-letters')
  class DeadLettersController {
    constructor(private readonly deadLetters: DeadLetters) {}

    @Get()
    async list(
      @Query('status') status?: string,
      @Query('cursor') cursor?: string,
      @Query('limit') limit?: string,
    ): Promise<{ items: DeadLetter[]; nextCursor: string | null }> {
      if (status !== undefined && !statuses.includes(status)) throw new AppError(requestErrors.invalid);
      const size = Math.min(500, Math.max(1, Number(limit ?? 100) || 100));
      const after = cursor === undefined ? undefined : ((await uuid.transform(cursor, { type: 'query' })) ?? undefined);
      const items = await this.deadLetters.list({ status: status as DeadLetterStatus | undefined, after, limit: size });
      return { items, nextCursor: items.length === size ? items.at(-1)!.id : null };
    }

    @Post(':id/replays')
    @HttpCode(200)
    async replay(@Param('id', uuid) id: string, @Req() request: unknown): Promise<ReplayResult> {
      return this.deadLetters.replay(id, actorOf(request));
    }

    @Post(':id/discards')
    @HttpCode(200)
    async discard(@Param('id', uuid) id: string, @Req() request: unknown): Promise<ReplayResult> {
      return this.deadLetters.discard(id, actorOf(request));
    }
  }
  return DeadLettersController;
}

/** The identity guard of the service has put the checked caller on the request. */
function actorOf(request: unknown): string {
  const identity = (request as { identity?: { sub?: unknown } } | null)?.identity;
  return typeof identity?.sub === 'string' ? identity.sub : 'operator';
}
