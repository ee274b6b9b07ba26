import { Body, Controller, Post } from '@nestjs/common';
import { RequestSource } from '../../edge/request-decorators';
import { InstallRequest, InstallResponse } from './install.dto';
import { InstallHandler } from './install.handler';

@Controller('v1/installation')
export class InstallController {
  constructor(private readonly handler: InstallHandler) {}

  @Post()
  install(@Body() request: InstallRequest, @RequestSource() source: string): Promise<InstallResponse> {
    return this.handler.handle(request, source);
  }
}
