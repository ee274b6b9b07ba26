import { AppError, oauthErrors } from '@creator-connect/contracts';
import type { Tx } from '@creator-connect/persistence';
import { Secret } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import type { Grant, PlatformIds, TokenField } from './domain/grant';
import { GrantsRepository, type StoredToken } from './persistence/grants.repository';
import { PlatformHashes } from './vault/platform-hashes';
import { type Connection, Vault, type VaultAccess } from './vault/vault';

const fields: readonly TokenField[] = ['access', 'refresh', 'user'];

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
