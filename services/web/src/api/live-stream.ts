const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

/** What a stream tells its owner, beside its events. */
export interface StreamWatcher {
  /** `again`: after a pause in which events may have been missed. */
  onOpen(again: boolean): void;
  /** The connection is gone; the browser tries again by itself, and says where it was. */
  onLost(): void;
}

/**
 * A stream of events that comes back. The browser reconnects by itself only where the connection was lost: a stream that was
 * answered with an error, such as 429 or 503, is over for it. That one is opened anew, after longer and longer pauses.
 */
export class LiveStream {
  private stream: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pauseMs = firstPauseMs;
  private isAgain = false;

  constructor(
    private readonly url: string,
    private readonly listeners: Readonly<Record<string, () => void>>,
    private readonly watcher: StreamWatcher,
  ) {
    this.open();
  }

  close(): void {
    clearTimeout(this.timer);
    this.stream?.close();
  }

  private open(): void {
    const stream = new EventSource(this.url);
    this.stream = stream;
    for (const [type, listener] of Object.entries(this.listeners)) stream.addEventListener(type, listener);
    stream.addEventListener('open', () => {
      this.pauseMs = firstPauseMs;
      this.watcher.onOpen(this.isAgain);
      this.isAgain = false;
    });
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CONNECTING) return this.watcher.onLost();
      this.isAgain = true;
      // Not all windows at the same moment.
      this.timer = setTimeout(() => this.open(), this.pauseMs * (0.5 + Math.random() / 2));
      this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
    });
  }
}
