export interface OrganisationProfile {
  name: string;
  /** BCP 47: in which language it is written to. */
  locale: string;
}

export abstract class Organisations {
  /** Throws `accounts.not_found` for an organisation that is gone. */
  abstract of(organisationId: string): Promise<OrganisationProfile>;
}
