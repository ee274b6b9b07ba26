export abstract class Organisations {
  /** Throws `accounts.not_found` for an organisation that is gone. */
  abstract nameOf(organisationId: string): Promise<string>;
}
