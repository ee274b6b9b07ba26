import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { randomToken, sha256 } from '@creator-connect/security';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { ShortCache } from '../edge/short-cache';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import { ApiKeyRepository } from './persistence/api-key.repository';

export interface LiveApiKey {
  id: string;
  organisationId: string;
  scopes: string[];
  expiresAt: Date;
  lastUsedAt: Date | null;
}

const keyShape = /^cck_[A-Za-z0-9_-]{43}$/;
const noteUseAfter = 60_000;

export function newApiKey(): string {
  return `cck_${randomToken()}`;
}

/** Finds keys by their hash, in whatever organisation they are; only the hash is stored. */
@Injectable()
export class ApiKeys {
  private readonly cache: ShortCache<LiveApiKey>;

  constructor(
    private readonly routing: RoutingPool,
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ApiKeyRepository,
    private readonly clock: Clock,
    @Inject(GATEWAY_CONFIG) config: GatewayConfig,
  ) {
    this.cache = new ShortCache(config.SESSION_CACHE_MILLISECONDS);
  }

  async find(key: string | undefined): Promise<LiveApiKey | undefined> {
    if (!key || !keyShape.test(key)) return undefined;
    const hash = sha256(key);
    const live = await this.cache.get(hash.toString('base64url'), () => this.read(hash));
    const now = this.clock.now();
    if (!live || live.expiresAt <= now) return undefined;
    if (!live.lastUsedAt || now.getTime() - live.lastUsedAt.getTime() >= noteUseAfter) {
      live.lastUsedAt = now;
      await this.unitOfWork.tenant(live.organisationId, (tx) => this.repository.noteUse(tx, live.id, now));
    }
    return live;
  }

  forget(hash: Buffer): void {
    this.cache.delete(hash.toString('base64url'));
  }

  private async read(hash: Buffer): Promise<LiveApiKey | undefined> {
    const [row] = await this.routing.query<{
      id: string;
      org_id: string;
      scopes: string[];
      expires_at: Date;
      last_used_at: Date | null;
    }>(
      'SELECT id, org_id, scopes, expires_at, last_used_at FROM api_keys WHERE token_hash = $1 AND revoked_at IS NULL',
      [hash],
    );
    return (
      row && {
        id: row.id,
        organisationId: row.org_id,
        scopes: row.scopes,
        expiresAt: row.expires_at,
        lastUsedAt: row.last_used_at,
      }
    );
  }
}
