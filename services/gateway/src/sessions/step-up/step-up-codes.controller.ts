import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { StepUp } from './step-up';

@ApiTags('sessions')
@Controller('v1/sessions/current/step-up/codes')
export class StepUpCodesController {
  constructor(private readonly stepUp: StepUp) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({ summary: 'Mail a code to the creator who is signed in: they prove who they are by their mailbox' })
  @ApiNoContentResponse()
  async send(@CurrentSession() caller: SessionCaller): Promise<void> {
    await this.stepUp.mailCode(caller);
  }
}
