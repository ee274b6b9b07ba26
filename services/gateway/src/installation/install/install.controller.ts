import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequestSource } from '../../edge/request-decorators';
import { InstallRequest, InstallResponse } from './install.dto';
import { InstallHandler } from './install.handler';

@ApiTags('installation')
@Controller('v1/installation')
export class InstallController {
  constructor(private readonly handler: InstallHandler) {}

  @Post()
  @ApiOperation({ summary: 'Make the first organisation and its owner; works once' })
  @ApiCreatedResponse({ type: InstallResponse })
  install(@Body() request: InstallRequest, @RequestSource() source: string): Promise<InstallResponse> {
    return this.handler.handle(request, source);
  }
}
