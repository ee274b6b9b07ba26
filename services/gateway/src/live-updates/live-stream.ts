import type { ServerResponse } from 'node:http';
import { toFrame, type LiveEvent } from './live-event';

const maxUnsentBytes = 1024 * 1024;

/** One open answer of `GET /v1/events`. */
export class LiveStream {
  constructor(private readonly response: ServerResponse) {}

  open(headers: Readonly<Record<string, string>>): void {
    this.response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    this.write('retry: 2000\n\n');
  }

  send(event: LiveEvent): void {
    this.write(toFrame(event));
  }

  /** What was missed is not known any more: the page reads everything again. */
  reset(): void {
    this.write('event: reset\ndata: {}\n\n');
  }

  heartbeat(): void {
    this.write(': still here\n\n');
  }

  end(): void {
    this.response.end();
  }

  /** A client that does not read is let go; it comes back with the id of the last event it got. */
  private write(text: string): void {
    if (this.response.writableLength > maxUnsentBytes) this.response.destroy();
    else if (!this.response.writableEnded) this.response.write(text);
  }
}
