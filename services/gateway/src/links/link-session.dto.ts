export class LinkSessionResponse {
  organisationName!: string;
  /** What the organisation asks for, as accounts lists it. */
  items!: unknown[];
  /** A new account would be attached, so the person has to prove to be the invited one. */
  needsProof!: boolean;
  proven!: boolean;
  /** The person pressed the button on our page. */
  begun!: boolean;
  csrfToken!: string;
  expiresAt!: string;
}
