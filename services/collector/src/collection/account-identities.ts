export interface AccountIdentity {
  /** Null where the platform only named the account by its handle. */
  platformAccountId: string | null;
  handle: string;
}

/** The accounts service, as far as it tells what the platform calls an account. */
export abstract class AccountIdentities {
  /** Throws `accounts.not_found` for an account that is gone. */
  abstract of(organisationId: string, accountId: string): Promise<AccountIdentity>;
}
