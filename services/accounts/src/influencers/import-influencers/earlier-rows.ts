import { AppError, accountsErrors } from '@creator-connect/contracts';
import type { FoundAccount } from '../../social-accounts/add-found-account/add-found-account';
import { emailHash } from '../persistence/influencer.repository';

/** What earlier rows of a file that is only tried would have taken by now: the database has forgotten each of them. */
export class EarlierRows {
  readonly #taken = new Set<string>();

  /** Throws what the database would have, if the rows before this one had been added. */
  take(email: string, accounts: readonly FoundAccount[]): void {
    const address = emailHash(email).toString('base64url');
    if (this.#taken.has(address)) throw new AppError(accountsErrors.influencerExists);
    const keys = accounts.map(keyOf);
    if (keys.some((key) => this.#taken.has(key))) throw new AppError(accountsErrors.alreadyConnected);
    for (const key of [address, ...keys]) this.#taken.add(key);
  }
}

const keyOf = (account: FoundAccount): string =>
  account.platform === 'tiktok' ? `tiktok ${account.handle.toLowerCase()}` : `youtube ${account.platformAccountId}`;
