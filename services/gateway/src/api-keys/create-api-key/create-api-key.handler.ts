import { AppError, gatewayErrors, newId } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { sha256 } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock';
import { newApiKey } from '../api-keys';
import type { KeyManager } from '../key-manager';
import { ApiKeyRepository } from '../persistence/api-key.repository';
import type { CreateApiKeyRequest, CreateApiKeyResponse } from './create-api-key.dto';

const day = 86_400_000;
const maxLiveKeys = 50;

@Injectable()
export class CreateApiKeyHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: ApiKeyRepository,
    private readonly clock: Clock,
  ) {}

  async handle(manager: KeyManager, command: CreateApiKeyRequest): Promise<CreateApiKeyResponse> {
    const now = this.clock.now();
    const key = newApiKey();
    const id = newId();
    const expiresAt = new Date(now.getTime() + command.expiresInDays * day);
    await this.unitOfWork.tenant(manager.organisationId, async (tx) => {
      if ((await this.keys.countLive(tx, now)) >= maxLiveKeys) {
        throw new AppError(gatewayErrors.apiKeysFull);
      }
      await this.keys.add(tx, {
        id,
        organisationId: manager.organisationId,
        name: command.name,
        tokenHash: sha256(key),
        hint: key.slice(0, 8),
        scopes: command.scopes,
        createdBy: manager.userId,
        createdAt: now,
        expiresAt,
        lastUsedAt: null,
      });
    });
    return { id, key, expiresAt: expiresAt.toISOString() };
  }
}
