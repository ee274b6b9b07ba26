import { Injectable } from '@nestjs/common';
import { AccountDirectory } from '../../peers/account-directory';
import { AccountFacts } from '../../peers/account-facts';
import { MarketplaceClient } from '../marketplace';

/** Whom an invitation has to ask. */
@Injectable()
export class InvitePeers {
  constructor(
    readonly directory: AccountDirectory,
    readonly facts: AccountFacts,
    readonly marketplace: MarketplaceClient,
  ) {}
}
