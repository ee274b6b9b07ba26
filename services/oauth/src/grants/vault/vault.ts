import { newId, AppError, oauthErrors, type Platform } from '@creator-connect/contracts';
import { currentContext } from '@creator-connect/observability';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { Envelope } from '@creator-connect/security';
import { Injectable, Logger } from '@nestjs/common';
import { DataKeyEntity } from '../persistence/data-key.entity';
import { VaultReadRate } from './read-rate';

/** Where a secret belongs. It is part of what is authenticated, so a copy in another row opens nothing (VK-02). */
export interface Connection {
  organisationId: string;
  influencerId: string;
  platform: Platform;
  /** Grant, or connect transaction while the grant is staged. */
  connectionId: string;
}

export interface SealedSecret {
  connection: Connection;
  field: string;
  sealed: string;
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
    const [opened] = await this.openAll(tx, [{ connection, field, sealed }], access);
    if (opened instanceof AppError) throw opened;
    return opened!;
  }

  /** Of one organisation, with one statement for each table, in this order; for what does not open its error. */
  async openAll(tx: Tx, secrets: readonly SealedSecret[], access: VaultAccess): Promise<(string | AppError)[]> {
    const keys = await this.dataKeys(tx, secrets);
    const opened = secrets.map((secret) => this.openOne(keys.get(secret.connection.influencerId), secret, access));
    const reads = secrets.filter((_, at) => !(opened[at] instanceof AppError));
    await this.record(tx, reads, access);
    return opened;
  }

  private openOne(
    wrapped: string | undefined,
    { connection, field, sealed }: SealedSecret,
    access: VaultAccess,
  ): string | AppError {
    this.rate.note(access.service);
    if (!wrapped) return this.alarm(connection, field, new Error('the data key is gone'));
    try {
      return this.envelope.open(this.envelope.unwrap(wrapped), sealed, contextOf(connection, field));
    } catch (error) {
      return this.alarm(connection, field, error);
    }
  }

  /** Crypto-shredding: without its data key nothing that was sealed for this influencer can be read again. */
  async forget(tx: Tx, organisationId: string, influencerId: string): Promise<void> {
    await tx.delete(DataKeyEntity, { organisationId, influencerId });
  }

  private async record(tx: Tx, reads: readonly SealedSecret[], { service, purpose }: VaultAccess): Promise<void> {
    if (reads.length === 0) return;
    const all = (value: (one: SealedSecret) => string): string[] => reads.map(value);
    await sqlCount(
      tx,
      `INSERT INTO vault_reads (id, org_id, influencer_id, connection_id, field, service, purpose, correlation_id)
       SELECT r.*, $6, $7, $8 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) r`,
      [
        all(() => newId()),
        all(({ connection }) => connection.organisationId),
        all(({ connection }) => connection.influencerId),
        all(({ connection }) => connection.connectionId),
        all(({ field }) => field),
        service,
        purpose,
        currentContext().correlationId,
      ],
    );
  }

  private async dataKeys(tx: Tx, secrets: readonly SealedSecret[]): Promise<Map<string, string>> {
    const [organisationId] = new Set(secrets.map(({ connection }) => connection.organisationId));
    const influencerIds = [...new Set(secrets.map(({ connection }) => connection.influencerId))];
    const text = 'SELECT influencer_id AS id, wrapped FROM data_keys WHERE org_id = $1 AND influencer_id = ANY($2)';
    const stored = await sqlRows<{ id: string; wrapped: string }>(tx, text, [organisationId, influencerIds]);
    return new Map(stored.map(({ id, wrapped }) => [id, wrapped]));
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
