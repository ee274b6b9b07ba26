import { ProblemError } from '../../../api/problem';

export interface Person {
  id: string;
  name: string;
}

export interface BulkRow extends Person {
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** What the work gave for this row, such as a link. */
  value?: string | null;
  error?: unknown;
  /** Of a mail, which goes its own way once it is queued: that it has arrived at its end. */
  mail?: 'sent' | 'not_needed';
}

/** Why nothing happens at the moment: the server asked to wait, or it can not be reached. */
export type Pause = { reason: 'limit'; until: Date } | { reason: 'connection' };

export interface BulkState {
  status: 'running' | 'stopped' | 'finished';
  rows: readonly BulkRow[];
  pause?: Pause;
  /** Stopped by itself, by what stands in the way of all rows. */
  blocked?: ProblemError;
}

export type Work = (person: Person) => Promise<string | null | void>;

/** Ends as soon as it makes sense to try again. */
export type Wait = (pause: Pause, stopped: AbortSignal) => Promise<void>;

/** Longer than this nobody wants to look at a page that waits. */
const longestWaitMs = 5 * 60_000;

/**
 * Does the same for many people, one after the other, so that two hundred do not arrive at once. Each row has a result of
 * its own: one that fails neither stops nor undoes the others. It can be stopped and goes on where it was; a limit and a
 * lost connection are waited for.
 */
export class BulkRun {
  #state: BulkState;
  readonly #listeners = new Set<() => void>();
  #stop = new AbortController();
  /** One at a time, though it is resumed while the row before the stop is still under way. */
  #going: Promise<void> = Promise.resolve();

  constructor(
    people: readonly Person[],
    private readonly work: Work,
    private readonly wait: Wait,
  ) {
    this.#state = { status: 'stopped', rows: people.map(({ id, name }) => ({ id, name, state: 'waiting' })) };
  }

  readonly state = (): BulkState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins, or goes on with what waits. Settles when nothing is left to do for now. */
  start(): Promise<void> {
    if (this.#state.status === 'running') return this.#going;
    this.#stop = new AbortController();
    this.#become({ status: 'running', rows: this.#state.rows });
    this.#going = this.#going.then(() => this.#go(this.#stop.signal));
    return this.#going;
  }

  /** After the row that is under way. */
  stop(): void {
    if (this.#state.status !== 'running') return;
    this.#become({ status: 'stopped', rows: this.#state.rows });
    this.#stop.abort();
  }

  /** Those that failed, once more. */
  retry(): Promise<void> {
    const rows = this.#state.rows.map((row) => (row.state === 'failed' ? waiting(row) : row));
    this.#become({ ...this.#state, rows });
    return this.start();
  }

  /** What was handed over went its way. */
  settle(id: string, mail: NonNullable<BulkRow['mail']>): void {
    this.#look(id, (row) => ({ ...row, mail }));
  }

  /** What was handed over came to nothing. */
  fail(id: string, error: unknown): void {
    this.#look(id, (row) => ({ ...row, state: 'failed', error }));
  }

  async #go(stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      const next = this.#state.rows.find(({ state }) => state === 'waiting');
      if (!next) return this.#become({ status: 'finished', rows: this.#state.rows });
      await this.#do(next, stopped);
    }
  }

  async #do(row: BulkRow, stopped: AbortSignal): Promise<void> {
    this.#note({ ...row, state: 'running' });
    try {
      this.#note({ ...row, state: 'done', value: (await this.work(row)) ?? null });
    } catch (error) {
      const obstacle = obstacleOf(error);
      if (!obstacle) return this.#note({ ...row, state: 'failed', error });
      this.#note(waiting(row));
      if (stopped.aborted) return;
      if (obstacle instanceof ProblemError) return this.#block(obstacle);
      this.#become({ ...this.#state, pause: obstacle });
      await this.wait(obstacle, stopped);
      if (!stopped.aborted) this.#become({ status: 'running', rows: this.#state.rows });
    }
  }

  #block(blocked: ProblemError): void {
    this.#become({ status: 'stopped', rows: this.#state.rows, blocked });
    this.#stop.abort();
  }

  /** Only at what is done: meanwhile it may be tried again. */
  #look(id: string, become: (row: BulkRow) => BulkRow): void {
    const row = this.#state.rows.find((one) => one.id === id);
    if (row?.state === 'done') this.#note(become(row));
  }

  #note(row: BulkRow): void {
    this.#become({ ...this.#state, rows: this.#state.rows.map((other) => (other.id === row.id ? row : other)) });
  }

  #become(state: BulkState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const waiting = ({ id, name }: Person): BulkRow => ({ id, name, state: 'waiting' });

/** What is about no row in particular: to be waited for, or in the way until somebody does something. */
function obstacleOf(error: unknown): Pause | ProblemError | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  if (error.code === 'offline') return { reason: 'connection' };
  if (error.status === 401) return error;
  if (!error.retryAt) return undefined;
  const soon = error.retryAt.getTime() - Date.now() <= longestWaitMs;
  return soon ? { reason: 'limit', until: error.retryAt } : error;
}
