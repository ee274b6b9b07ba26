import { Controller, Get, HttpCode, Logger, Param, ParseUUIDPipe, Post, Query, Req, type Type } from '@nestjs/common';
import { AppError, requestErrors } from '@creator-connect/contracts';
import type { MessagingOptions } from '../messaging.options';
import { DeadLetters, type DeadLetter, type DeadLetterStatus, type ReplayResult } from './dead-letters';

const statuses: readonly string[] = ['parked', 'blocked', 'replayed', 'discarded'] satisfies DeadLetterStatus[];
const uuid = new ParseUUIDPipe();

/** Made per application, so that the service's own access decorators are on it. */
export function deadLettersController(access: NonNullable<MessagingOptions['deadLetterAccess']>): Type {
  @Controller('internal/dead-letters')
  class DeadLettersController {
    private readonly logger = new Logger(DeadLetters.name);

    constructor(private readonly deadLetters: DeadLetters) {}

    @Get()
    @access.read
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
    @access.write
    async replay(@Param('id', uuid) id: string, @Req() request: unknown): Promise<ReplayResult> {
      return this.noted('replay', id, request, this.deadLetters.replay(id, actorOf(request)));
    }

    @Post(':id/discards')
    @HttpCode(200)
    @access.write
    async discard(@Param('id', uuid) id: string, @Req() request: unknown): Promise<ReplayResult> {
      return this.noted('discard', id, request, this.deadLetters.discard(id, actorOf(request)));
    }

    /** The row keeps who decided last; the log keeps every try, also one that failed. */
    private async noted(
      decision: 'replay' | 'discard',
      id: string,
      request: unknown,
      work: Promise<ReplayResult>,
    ): Promise<ReplayResult> {
      const result = await work;
      this.logger.log(
        { decision, deadLetterId: id, actor: actorOf(request), ...result },
        'decided about a dead letter',
      );
      return result;
    }
  }
  return DeadLettersController;
}

/** The identity guard of the service has put the checked caller on the request. */
function actorOf(request: unknown): string {
  const identity = (request as { identity?: { sub?: unknown } } | null)?.identity;
  return typeof identity?.sub === 'string' ? identity.sub : 'operator';
}
