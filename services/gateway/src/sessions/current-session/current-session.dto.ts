export class SessionOrganisation {
  id!: string;
  name?: string;
  role?: string;
  influencerId?: string;
}

export class SessionUser {
  id!: string;
  email!: string;
  name!: string;
}

export class SessionResponse {
  kind!: string;
  user!: SessionUser | null;
  /** The one the person works in now. */
  organisation!: SessionOrganisation | null;
  /** All the person can switch to. */
  organisations!: SessionOrganisation[];
  /** Goes into the header `x-csrf-token` of every state-changing request. */
  csrfToken!: string;
  expiresAt!: string;
}
