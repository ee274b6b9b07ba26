export interface TtcmWaits {
  /** How often open invitations are looked at, and when we stop waiting. */
  pollSeconds: number;
  expireDays: number;
  /** After which part of that a creator who has not answered is reminded; 0: never. */
  remindDays: number;
  /** How often the membership of a known account is asked. */
  membershipSeconds: number;
}

/** How this installation works with the marketplace. */
export class TtcmSettings {
  constructor(
    readonly wait: TtcmWaits,
    /** `hand`: the marketplace takes no invitations from our app, so a person of the agency sends them, and it is not even asked. */
    readonly invitesBy: 'api' | 'hand',
    readonly publicUrl: string,
  ) {}
}
