/** How often and how far back accounts are collected. */
export class CollectorSettings {
  constructor(
    /** Between two runs of one account. */
    readonly intervalSeconds: number,
    /** A run that is not full reads posts of these last days again; older figures hardly move. */
    readonly refreshWindowDays: number,
    /** Accounts collected at the same time by one process. */
    readonly concurrency: number,
  ) {}
}
