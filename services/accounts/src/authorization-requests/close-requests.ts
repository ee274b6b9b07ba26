import { Injectable } from '@nestjs/common';
import type { Tx } from '@creator-connect/persistence';
import type { SocialAccount } from '../social-accounts/domain/social-account';
import { AuthorizationRequestRepository } from './persistence/authorization-request.repository';

/** An authenticated account fulfils what was asked for; a request with nothing left to do ends, links included. */
@Injectable()
export class CloseRequests {
  constructor(private readonly requests: AuthorizationRequestRepository) {}

  async itemDone(tx: Tx, account: SocialAccount): Promise<void> {
    if (account.authState !== 'AUTHENTICATED') return;
    await this.requests.fulfil(tx, account);
  }
}
