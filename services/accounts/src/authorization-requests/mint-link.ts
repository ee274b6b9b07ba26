import { Injectable } from '@nestjs/common';
import type { Tx } from '@creator-connect/persistence';
import { randomToken, sha256 } from '@creator-connect/security';
import { AccountsSettings } from '../accounts-settings';
import {
  AuthorizationRequestRepository,
  type AuthorizationRequest,
} from './persistence/authorization-request.repository';

export interface MintedLink {
  /** Shown once; only the hash of its token is stored. */
  url: string;
  expiresAt: Date;
}

@Injectable()
export class MintLink {
  constructor(
    private readonly requests: AuthorizationRequestRepository,
    private readonly settings: AccountsSettings,
  ) {}

  copy(tx: Tx, request: AuthorizationRequest): Promise<MintedLink> {
    return this.#mint(tx, request, { delivery: 'copy', messageId: null });
  }

  /** For the mail that is being written. */
  mail(tx: Tx, request: AuthorizationRequest, messageId: string | null): Promise<MintedLink> {
    return this.#mint(tx, request, { delivery: 'email', messageId });
  }

  async #mint(
    tx: Tx,
    request: AuthorizationRequest,
    way: { delivery: 'copy' | 'email'; messageId: string | null },
  ): Promise<MintedLink> {
    const token = randomToken();
    await this.requests.addLink(tx, {
      organisationId: request.organisationId,
      requestId: request.id,
      tokenHash: sha256(token),
      ...way,
    });
    return { url: this.#urlOf(token), expiresAt: request.expiresAt };
  }

  /** What one would look like if it were minted now; it opens nothing. */
  sample(): MintedLink {
    const expiresAt = new Date(Date.now() + this.settings.linkLifeDays * 86_400_000);
    return { url: this.#urlOf('…'), expiresAt };
  }

  #urlOf(token: string): string {
    return `${this.settings.publicUrl}/a/${token}`;
  }
}
