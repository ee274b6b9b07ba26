import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { operatorOf } from '../operator';
import { OperationsResponse } from './read-operations.dto';
import { ReadOperationsHandler } from './read-operations.handler';

@ApiTags('operations')
@Controller('v1/operations')
export class ReadOperationsController {
  constructor(private readonly handler: ReadOperationsHandler) {}

  @Get()
  @ApiOperation({ summary: 'How the installation is: health, events on their way, allowances, keys; for operators' })
  @ApiOkResponse({ type: OperationsResponse })
  read(@CurrentSession() caller: SessionCaller): Promise<OperationsResponse> {
    operatorOf(caller);
    return this.handler.handle();
  }
}
