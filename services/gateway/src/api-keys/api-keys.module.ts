import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module';
import { ApiKeys } from './api-keys';
import { CreateApiKeyController } from './create-api-key/create-api-key.controller';
import { CreateApiKeyHandler } from './create-api-key/create-api-key.handler';
import { ListApiKeysController } from './list-api-keys/list-api-keys.controller';
import { ApiKeyRepository } from './persistence/api-key.repository';
import { RevokeApiKeyController } from './revoke-api-key/revoke-api-key.controller';

@Module({
  imports: [SessionsModule],
  controllers: [CreateApiKeyController, ListApiKeysController, RevokeApiKeyController],
  providers: [ApiKeys, ApiKeyRepository, CreateApiKeyHandler],
  exports: [ApiKeys, ApiKeyRepository],
})
export class ApiKeysModule {}
