import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { keyManagerOf } from '../key-manager';
import { CreateApiKeyRequest, CreateApiKeyResponse } from './create-api-key.dto';
import { CreateApiKeyHandler } from './create-api-key.handler';

@ApiTags('API keys')
@Controller('v1/api-keys')
export class CreateApiKeyController {
  constructor(private readonly handler: CreateApiKeyHandler) {}

  @Post()
  @ApiOperation({ summary: 'Make an API key; it is shown this one time' })
  @ApiCreatedResponse({ type: CreateApiKeyResponse })
  create(@Body() request: CreateApiKeyRequest, @CurrentSession() caller: SessionCaller): Promise<CreateApiKeyResponse> {
    return this.handler.handle(keyManagerOf(caller), request);
  }
}
