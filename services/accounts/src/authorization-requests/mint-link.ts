import { Injectable } from '@nestjs/common';
import { AppError, requestErrors } from '@creator-connect/contracts';
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

  /** Throws `request.throttled` when the organisation has used up its links of the day. */
  async mint(tx: Tx, request: AuthorizationRequest, delivery: 'copy' | 'email'): Promise<MintedLink> {
    if (!(await this.requests.takeQuota(tx, request.organisationId, this.settings.linksPerDay))) {
      throw new AppError(requestErrors.throttled, { retryAfterSeconds: secondsToMidnight() });
    }
    const token = randomToken();
    await this.requests.addLink(tx, {
      organisationId: request.organisationId,
      requestId: request.id,
      tokenHash: sha256(token),
      delivery,
    });
    return { url: `${this.settings.publicUrl}/a/${token}`, expiresAt: request.expiresAt };
  }
}

const secondsToMidnight = () => 86_400 - Math.floor((Date.now() / 1000) % 86_400);
