import { LiveStream } from './live-stream';

/** The browser's, as far as a stream uses it. */
class FakeEventSource {
  static readonly CONNECTING = 0;
  static readonly opened: FakeEventSource[] = [];
  readyState = 0;
  private readonly listeners = new Map<string, () => void>();

  constructor(readonly url: string) {
    FakeEventSource.opened.push(this);
  }

  addEventListener(type: string, listener: () => void): void {
    this.listeners.set(type, listener);
  }

  tell(type: string, readyState = this.readyState): void {
    this.readyState = readyState;
    this.listeners.get(type)?.();
  }

  close(): void {
    this.readyState = 2;
  }
}

const [connecting, open, closed] = [0, 1, 2];
const { opened } = FakeEventSource;
const newest = () => opened.at(-1)!;

describe('a stream of live updates', () => {
  let heard: string[];
  let stream: LiveStream;

  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, { EventSource: FakeEventSource });
    opened.length = 0;
    heard = [];
    const listeners = { EmailSent: () => void heard.push('EmailSent') };
    stream = new LiveStream('/v1/events', listeners, {
      onOpen: (again) => void heard.push(again ? 'open again' : 'open'),
      onLost: () => void heard.push('lost'),
    });
  });
  afterEach(() => {
    stream.close();
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'EventSource');
  });

  it('that was answered with an error is opened again, and says that it may have missed something', () => {
    newest().tell('error', closed);
    jest.advanceTimersByTime(2_000);
    expect(opened).toHaveLength(2);
    newest().tell('open', open);
    newest().tell('EmailSent');
    expect(heard).toEqual(['open again', 'EmailSent']);
  });

  it('is opened after longer and longer pauses, at last once a minute, until it opens', () => {
    for (let refused = 0; refused < 10; refused += 1) {
      newest().tell('error', closed);
      jest.advanceTimersByTime(60_000);
    }
    expect(opened).toHaveLength(11);
    newest().tell('error', closed);
    jest.advanceTimersByTime(29_000);
    expect(opened).toHaveLength(11);
    jest.advanceTimersByTime(31_000);
    newest().tell('open', open);
    newest().tell('error', closed);
    jest.advanceTimersByTime(2_000);
    expect(opened).toHaveLength(13);
  });

  it('that was lost is left to the browser', () => {
    newest().tell('open', open);
    newest().tell('error', connecting);
    jest.advanceTimersByTime(600_000);
    newest().tell('open', open);
    expect(opened).toHaveLength(1);
    expect(heard).toEqual(['open', 'lost', 'open']);
  });

  it('that nobody wants any more stays closed', () => {
    newest().tell('error', closed);
    stream.close();
    jest.advanceTimersByTime(600_000);
    expect(opened).toHaveLength(1);
  });
});
