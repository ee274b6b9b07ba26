import { request } from 'undici';

export interface StreamEvent {
  id: string | undefined;
  event: string;
  data: Record<string, unknown>;
}

/** Reads server-sent events as a browser does. */
export class EventStream {
  readonly events: StreamEvent[] = [];
  comments = 0;
  status = 0;
  headers: Record<string, string | string[] | undefined> = {};
  hasEnded = false;
  private body: AsyncIterable<Buffer> & { destroy(): void } = undefined as never;

  static async open(base: string, headers: Record<string, string>): Promise<EventStream> {
    const stream = new EventStream();
    const response = await request(base, { path: '/v1/events', method: 'GET', headers, bodyTimeout: 0 });
    stream.status = response.statusCode;
    stream.headers = response.headers;
    stream.body = response.body;
    void stream.read();
    return stream;
  }

  close(): void {
    this.body.destroy();
  }

  private async read(): Promise<void> {
    let text = '';
    try {
      for await (const chunk of this.body) {
        text += chunk.toString();
        const frames = text.split('\n\n');
        text = frames.pop() ?? '';
        for (const frame of frames) this.take(frame);
      }
    } catch {
      // Closed by the test itself.
    }
    this.hasEnded = true;
  }

  private take(frame: string): void {
    const fields = new Map(
      frame.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    );
    const data = fields.get('data');
    if (data === undefined) this.comments += 1;
    else this.events.push({ id: fields.get('id'), event: fields.get('event') ?? 'message', data: JSON.parse(data) });
  }
}
