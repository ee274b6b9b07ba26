/** The accounts service, as far as it tells what the platform calls an account. */
export abstract class AccountIdentities {
  /** Throws `accounts.not_found` for an account that is gone, or that the platform only named by its handle. */
  abstract platformAccountId(organisationId: string, accountId: string): Promise<string>;
}
