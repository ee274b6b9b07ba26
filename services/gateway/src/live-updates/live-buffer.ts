import { isFor, type Audience, type LiveEvent } from './live-event';

type Listener = (event: LiveEvent) => void;

interface Subscription {
  audience: Audience;
  listener: Listener;
}

/** The last events, for pages that lost the connection for a moment, and whoever waits for the next. */
export class LiveBuffer {
  private readonly events: LiveEvent[] = [];
  private readonly subscriptions = new Map<string, Set<Subscription>>();

  constructor(private readonly capacity = 5_000) {}

  push(event: LiveEvent): void {
    this.events.push(event);
    if (this.events.length > this.capacity) this.events.splice(0, this.events.length - this.capacity);
    for (const { audience, listener } of this.subscriptions.get(event.organisationId) ?? [])
      if (isFor(audience, event)) listener(event);
  }

  /** What the audience missed since an event; undefined when that event is not here (any more). */
  since(id: string, audience: Audience): LiveEvent[] | undefined {
    const at = this.events.findLastIndex((event) => event.id === id);
    if (at < 0) return undefined;
    return this.events.slice(at + 1).filter((event) => isFor(audience, event));
  }

  /** Ends with the returned function. */
  subscribe(audience: Audience, listener: Listener): () => void {
    const subscription = { audience, listener };
    const all = this.subscriptions.get(audience.organisationId) ?? new Set<Subscription>();
    this.subscriptions.set(audience.organisationId, all.add(subscription));
    return () => {
      all.delete(subscription);
      if (all.size === 0) this.subscriptions.delete(audience.organisationId);
    };
  }
}
