import { AppError, oauthErrors } from '@creator-connect/contracts';
import type { Tx } from '@creator-connect/persistence';
import { Secret } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import type { Grant, PlatformIds, TokenField } from './domain/grant';
import { GrantsRepository, type StoredToken } from './persistence/grants.repository';
import { PlatformHashes } from './vault/platform-hashes';
import { type Connection, Vault, type VaultAccess } from './vault/vault';

const fields: readonly TokenField[] = ['access', 'refresh', 'user'];

export interface OpenedGrant {
  ids: PlatformIds | null;
  tokens: Partial<Record<TokenField, Secret>>;
}

/** A grant's secrets in the vault. */
@Injectable()
export class GrantVault {
  constructor(
    private readonly vault: Vault,
    private readonly grants: GrantsRepository,
    private readonly hashes: PlatformHashes,
  ) {}

  async putTokens(tx: Tx, grant: Grant, tokens: Partial<Record<TokenField, Secret>>): Promise<void> {
    const sealed: Partial<Record<TokenField, StoredToken>> = {};
    for (const field of fields) {
      const token = tokens[field];
      if (!token) continue;
      const names = field === 'refresh' ? this.hashes.tokenNames(grant.platform, token) : null;
      sealed[field] = { sealed: await this.vault.seal(tx, connectionOf(grant), field, token.reveal()), names };
    }
    await this.grants.putTokens(tx, grant, sealed);
  }

  async openToken(tx: Tx, grant: Grant, field: TokenField, access: VaultAccess): Promise<Secret | null> {
    const sealed = await this.grants.sealedToken(tx, grant.id, field);
    return sealed === null ? null : Secret.of(await this.vault.open(tx, connectionOf(grant), field, sealed, access));
  }

  /**
   * All secrets of these grants of one organisation, by the grant's id, with one statement for each table. A grant of which
   * anything does not open has its error there.
   */
  async openAll(tx: Tx, grants: readonly Grant[], access: VaultAccess): Promise<Map<string, OpenedGrant | AppError>> {
    const byId = new Map(grants.map((grant) => [grant.id, grant]));
    const tokens = await this.grants.sealedTokens(tx, [...byId.keys()]);
    const ids = grants.flatMap(({ id, sealedIds }) =>
      sealedIds === null ? [] : [{ grantId: id, field: 'ids' as const, sealed: sealedIds }],
    );
    const stored = [...tokens, ...ids].map((one) => ({ ...one, connection: connectionOf(byId.get(one.grantId)!) }));
    const opened = await this.vault.openAll(tx, stored, access);
    const all = new Map<string, OpenedGrant | AppError>(grants.map(({ id }) => [id, { ids: null, tokens: {} }]));
    for (const [at, { grantId, field }] of stored.entries()) {
      const [so, text] = [all.get(grantId)!, opened[at]!];
      if (so instanceof AppError) continue;
      if (text instanceof AppError) all.set(grantId, text);
      else if (field === 'ids') so.ids = JSON.parse(text) as PlatformIds;
      else so.tokens[field] = Secret.of(text);
    }
    return all;
  }

  async sealIds(tx: Tx, grant: Grant, ids: PlatformIds): Promise<string> {
    return this.vault.seal(tx, connectionOf(grant), 'ids', JSON.stringify(ids));
  }

  async openIds(tx: Tx, grant: Grant, access: VaultAccess): Promise<PlatformIds> {
    if (grant.sealedIds === null) throw new AppError(oauthErrors.vaultFailure);
    return JSON.parse(await this.vault.open(tx, connectionOf(grant), 'ids', grant.sealedIds, access)) as PlatformIds;
  }

  /** For a short text that belongs to the grant, such as the notes on a renewal under way. */
  async sealNote(tx: Tx, grant: Grant, name: string, text: string): Promise<string> {
    return this.vault.seal(tx, connectionOf(grant), name, text);
  }

  async openNote(tx: Tx, grant: Grant, name: string, sealed: string, access: VaultAccess): Promise<string> {
    return this.vault.open(tx, connectionOf(grant), name, sealed, access);
  }
}

function connectionOf(grant: Grant): Connection {
  const { organisationId, influencerId, keyInfluencerId, platform, id } = grant;
  return { organisationId, influencerId: keyInfluencerId ?? influencerId, platform, connectionId: id };
}
