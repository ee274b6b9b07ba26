/** How often open invitations are looked at, and when we stop waiting. */
export class TtcmSettings {
  constructor(readonly wait: { pollSeconds: number; expireDays: number }) {}
}
