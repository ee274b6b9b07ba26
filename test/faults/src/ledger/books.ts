import type { Change } from '../load';

/** A row of the accounts service's outbox. */
export interface OutboxEntry {
  readonly id: string;
  readonly type: string;
  readonly accountId: string;
  readonly version: number;
  /** The event that it was the answer to. */
  readonly cause: string;
  readonly published: boolean;
}

export interface InboxEntry {
  readonly eventId: string;
}

/** A fact in an account's history: the effect of one event in the accounts service. */
export interface HistoryEntry {
  readonly eventId: string;
  readonly accountId: string;
  readonly outcome: string;
}

export interface DeadLetterEntry {
  readonly eventId: string;
  readonly key: string;
  readonly status: string;
}

export interface TopicEntry {
  readonly id: string;
  readonly accountId: string;
}

/** The effects in the notifications service, by account. */
export interface Incidents {
  readonly accountId: string;
  readonly opened: number;
  readonly open: number;
  readonly healedMails: number;
  readonly reminders: number;
}

/**
 * What one fault's accounts left behind in databases and topics. Nothing in here was told by the services themselves.
 * Rows and records are in their own order: outbox rows by sequence, records as their partitions hold them.
 */
export interface Books {
  readonly changes: readonly Change[];
  readonly source: readonly TopicEntry[];
  readonly accounts: {
    readonly inbox: readonly InboxEntry[];
    readonly history: readonly HistoryEntry[];
    readonly outbox: readonly OutboxEntry[];
    readonly deadLetters: readonly DeadLetterEntry[];
  };
  /** Both topics that accounts publishes to. */
  readonly published: readonly TopicEntry[];
  readonly notifications: {
    readonly inbox: readonly InboxEntry[];
    readonly incidents: readonly Incidents[];
    readonly deadLetters: readonly DeadLetterEntry[];
  };
  /** Lanes of the outbox that no living relay holds. */
  readonly orphanedLanes: number;
  readonly lag: { readonly accounts: number; readonly notifications: number };
}
