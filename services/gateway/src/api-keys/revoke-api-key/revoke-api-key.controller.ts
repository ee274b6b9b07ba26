import { AppError, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { Controller, Delete, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '../../clock';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { ApiKeys } from '../api-keys';
import { keyManagerOf } from '../key-manager';
import { ApiKeyRepository } from '../persistence/api-key.repository';

@ApiTags('API keys')
@Controller('v1/api-keys')
export class RevokeApiKeyController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: ApiKeyRepository,
    private readonly live: ApiKeys,
    private readonly clock: Clock,
  ) {}

  @Delete(':id')
  @ApiOperation({ summary: 'Revoke an API key' })
  @ApiNoContentResponse()
  @HttpCode(204)
  async revoke(@Param('id', ParseUUIDPipe) id: string, @CurrentSession() caller: SessionCaller): Promise<void> {
    const { organisationId } = keyManagerOf(caller);
    const hash = await this.unitOfWork.tenant(organisationId, (tx) => this.keys.revoke(tx, id, this.clock.now()));
    if (!hash) throw new AppError(requestErrors.notFound);
    this.live.forget(hash);
  }
}
