/** PostgreSQL and Kafka, wherever they come from. */
export interface Infrastructure {
  readonly source: 'given' | 'docker' | 'embedded';
  /** Address of a role that may create databases and roles; its database is the one all services share. */
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  /** Mail server that comes with it; otherwise the runner starts maildev itself. */
  readonly hasMail: boolean;
  /** Programs on this machine that belong to it. */
  processes(): readonly { readonly name: string; readonly pid: number; readonly port?: number }[];
  stop(): Promise<void>;
}

export const databaseName = 'creator_connect';
