import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, type Type } from '@nestjs/common';
import { IsString, Length } from 'class-validator';
import { AppError, requestErrors } from '@creator-connect/contracts';
import { DeadLetters, type ReplayResult } from './dead-letters';

export class ResolveDeadLetterRequest {
  /** Pseudonym of the operator, for the record. */
  @IsString()
  @Length(1, 100)
  by!: string;
}

/** Routes for operators: list, replay, discard. Made per service with the access it declares. */
export function deadLettersController(access: ClassDecorator): Type {
  @access
  @Controller('internal/dead-letters')
  class DeadLettersController {
    constructor(private readonly deadLetters: DeadLetters) {}

    @Get()
    async list() {
      return { items: await this.deadLetters.list() };
    }

    @Post(':id/replays')
    @HttpCode(200)
    async replay(
      @Param('id', ParseUUIDPipe) id: string,
      @Body() { by }: ResolveDeadLetterRequest,
    ): Promise<ReplayResult> {
      const result = await this.deadLetters.replay(id, by);
      if (!result) throw new AppError(requestErrors.notFound);
      return result;
    }

    @Post(':id/discards')
    @HttpCode(204)
    async discard(@Param('id', ParseUUIDPipe) id: string, @Body() { by }: ResolveDeadLetterRequest): Promise<void> {
      if (!(await this.deadLetters.discard(id, by))) throw new AppError(requestErrors.notFound);
    }
  }
  return DeadLettersController;
}
