/** The schema of a service, as a test looks at it. */
export interface InspectedSchema {
  service: string;
  /** Runs a statement as superuser, past every policy: for looking at what is really stored. */
  query<T>(text: string, values?: unknown[]): Promise<T[]>;
}
