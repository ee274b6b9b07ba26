export class AccountsSettings {
  constructor(
    readonly publicUrl: string,
    /** How long an authorization link works. */
    readonly linkLifeDays: number,
    /** Links an organisation may mint in a day. */
    readonly linksPerDay: number,
    /** Applications to an organisation that may be begun in a day. */
    readonly applicationsPerDay: number,
    readonly housekeepingSeconds: number,
    /** What an organisation may search in a day, by each way. */
    readonly searchesPerDay: Readonly<Record<'handle' | 'keyword', number>>,
  ) {}
}
