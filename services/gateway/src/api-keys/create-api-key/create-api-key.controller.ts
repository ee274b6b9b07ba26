import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { StepUp } from '../../sessions/step-up/step-up';
import { keyManagerOf } from '../key-manager';
import { CreateApiKeyRequest, CreateApiKeyResponse } from './create-api-key.dto';
import { CreateApiKeyHandler } from './create-api-key.handler';

@ApiTags('API keys')
@Controller('v1/api-keys')
export class CreateApiKeyController {
  constructor(
    private readonly handler: CreateApiKeyHandler,
    private readonly stepUp: StepUp,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Make an API key, shown this one time; needs a proof of at most five minutes ago' })
  @ApiCreatedResponse({ type: CreateApiKeyResponse })
  async create(
    @Body() request: CreateApiKeyRequest,
    @CurrentSession() caller: SessionCaller,
  ): Promise<CreateApiKeyResponse> {
    const manager = keyManagerOf(caller);
    this.stepUp.assertProven(caller);
    return this.handler.handle(manager, request);
  }
}
