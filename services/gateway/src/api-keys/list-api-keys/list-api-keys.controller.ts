import { UnitOfWork } from '@creator-connect/persistence';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { keyManagerOf } from '../key-manager';
import { ApiKeyRepository } from '../persistence/api-key.repository';
import { IdPageQuery } from '../../edge/id-page-query';
import { ListApiKeysResponse } from './list-api-keys.dto';

@ApiTags('API keys')
@Controller('v1/api-keys')
export class ListApiKeysController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: ApiKeyRepository,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The live API keys of your organisation' })
  @ApiOkResponse({ type: ListApiKeysResponse })
  async list(
    @Query() { limit, cursor }: IdPageQuery,
    @CurrentSession() caller: SessionCaller,
  ): Promise<ListApiKeysResponse> {
    const { organisationId } = keyManagerOf(caller);
    const keys = await this.unitOfWork.tenant(organisationId, (tx) => this.keys.list(tx, limit + 1, cursor));
    const page = keys.slice(0, limit);
    return {
      items: page.map((key) => ({
        id: key.id,
        name: key.name,
        hint: key.hint,
        scopes: key.scopes,
        createdAt: key.createdAt.toISOString(),
        expiresAt: key.expiresAt.toISOString(),
        lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
      })),
      nextCursor: keys.length > limit ? page.at(-1)!.id : null,
    };
  }
}
