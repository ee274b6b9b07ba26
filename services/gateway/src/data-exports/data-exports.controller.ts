import { AppError, requestErrors } from '@creator-connect/contracts';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionCaller } from '../edge/caller';
import { CurrentSession } from '../edge/request-decorators';
import { StepUp } from '../sessions/step-up/step-up';
import { BeginExportHandler } from './begin-export.handler';

@ApiTags('own-data')
@Controller('v1/own-data/exports')
export class DataExportsController {
  constructor(
    private readonly stepUp: StepUp,
    private readonly handler: BeginExportHandler,
  ) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({
    summary:
      'Gather everything held about you; needs a proof of at most five minutes ago. One at a time, ready for 24 hours',
  })
  @ApiNoContentResponse()
  async begin(@CurrentSession() caller: SessionCaller): Promise<void> {
    if (caller.identity?.kind !== 'influencer') throw caller.refusal ?? new AppError(requestErrors.forbidden);
    this.stepUp.assertProven(caller);
    await this.handler.handle(caller.identity, caller.open.session);
  }
}
