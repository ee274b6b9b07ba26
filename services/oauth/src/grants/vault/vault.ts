import { newId, AppError, oauthErrors, type Platform } from '@creator-connect/contracts';
import { currentContext } from '@creator-connect/observability';
import type { Tx } from '@creator-connect/persistence';
import { Envelope } from '@creator-connect/security';
import { Injectable, Logger } from '@nestjs/common';
import { DataKeyEntity } from '../persistence/data-key.entity';
import { VaultReadEntity } from '../persistence/vault-read.entity';
import { VaultReadRate } from './read-rate';

/** Where a secret belongs. It is part of what is authenticated, so a copy in another row opens nothing (VK-02). */
export interface Connection {
  organisationId: string;
  influencerId: string;
  platform: Platform;
  /** Grant, or connect transaction while the grant is staged. */
  connectionId: string;
}

/** For the audit: who gets the secret, and why (VK-07). */
export interface VaultAccess {
  service: string;
  purpose: string;
}

/**
 * The only way to a token: a data key per influencer, wrapped by the key ring, seals every secret of that influencer;
 * every opening is recorded in the same transaction.
 */
@Injectable()
export class Vault {
  private readonly logger = new Logger(Vault.name);

  constructor(
    private readonly envelope: Envelope,
    private readonly rate: VaultReadRate,
  ) {}

  async seal(tx: Tx, connection: Connection, field: string, plaintext: string): Promise<string> {
    const key = await this.dataKey(tx, connection);
    return this.envelope.seal(key, plaintext, contextOf(connection, field));
  }

  async open(tx: Tx, connection: Connection, field: string, sealed: string, access: VaultAccess): Promise<string> {
    this.rate.note(access.service);
    const { organisationId, influencerId, connectionId } = connection;
    const stored = await tx.findOne(DataKeyEntity, { where: { organisationId, influencerId } });
    if (!stored) throw this.alarm(connection, field, new Error('the data key is gone'));
    try {
      const plaintext = this.envelope.open(this.envelope.unwrap(stored.wrapped), sealed, contextOf(connection, field));
      await tx.insert(VaultReadEntity, {
        id: newId(),
        organisationId,
        influencerId,
        connectionId,
        field,
        service: access.service,
        purpose: access.purpose,
        correlationId: currentContext().correlationId,
      });
      return plaintext;
    } catch (error) {
      throw this.alarm(connection, field, error);
    }
  }

  /** Crypto-shredding: without its data key nothing that was sealed for this influencer can be read again. */
  async forget(tx: Tx, organisationId: string, influencerId: string): Promise<void> {
    await tx.delete(DataKeyEntity, { organisationId, influencerId });
  }

  private async dataKey(tx: Tx, { organisationId, influencerId }: Connection): Promise<Buffer> {
    const where = { organisationId, influencerId };
    const stored = await tx.findOne(DataKeyEntity, { where });
    if (stored) return this.envelope.unwrap(stored.wrapped);
    const fresh = this.envelope.newDataKey();
    const row = { ...where, wrapped: this.envelope.wrap(fresh) };
    await tx.createQueryBuilder().insert().into(DataKeyEntity).values(row).orIgnore().execute();
    const winner = await tx.findOneOrFail(DataKeyEntity, { where });
    return this.envelope.unwrap(winner.wrapped);
  }

  private alarm(connection: Connection, field: string, cause: unknown): AppError {
    const { connectionId, organisationId } = connection;
    this.logger.error({ alarm: 'vault_failure', connectionId, organisationId, field }, 'a sealed value does not open');
    return new AppError(oauthErrors.vaultFailure, { cause });
  }
}

function contextOf(connection: Connection, field: string) {
  return {
    organisation: connection.organisationId,
    influencer: connection.influencerId,
    platform: connection.platform,
    connection: connection.connectionId,
    field,
  };
}
