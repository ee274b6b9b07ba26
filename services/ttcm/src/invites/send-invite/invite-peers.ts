import { Injectable } from '@nestjs/common';
import { AccountDirectory } from '../../peers/account-directory';
import { AccountFacts } from '../../peers/account-facts';
import { Marketplaces } from '../../agency/marketplaces';

/** Whom an invitation has to ask. */
@Injectable()
export class InvitePeers {
  constructor(
    readonly directory: AccountDirectory,
    readonly facts: AccountFacts,
    readonly marketplaces: Marketplaces,
  ) {}
}
