/** The lease was lost, or the account is not to be collected any more: stop at once and write nothing. */
export class RunOver extends Error {}
