import net from 'node:net';
import { apiKeys, FrameReader, readCorrelationId, readRequest, type ApiName } from './kafka-protocol';

/**
 * Stands between a client and one broker, understands whole requests and replies, and loses what it is told to lose.
 * Clients are sent through it by `connectVia` (KAFKA_CONNECT_VIA), so broker addresses need no rewriting.
 */
export class KafkaProxy {
  /** Replies that were taken away, by kind of request. */
  readonly dropped: Record<string, number> = {};
  /** Requests seen, by kind. */
  readonly seen: Record<string, number> = {};
  private readonly server = net.createServer((client) => this.accept(client));
  private readonly links = new Set<Link>();
  private dropReply: (api: ApiName, nth: number) => boolean = () => false;
  private latencyMs = 0;
  private silent = false;

  constructor(private readonly upstream: { host: string; port: number }) {}

  /** Returns the address to connect to. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as net.AddressInfo;
    return `127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /**
   * Loses replies: the broker has done the request, but its answer never arrives and the connection is cut. `nth` counts
   * the requests of that kind from 1, over all connections.
   */
  dropReplies(api: ApiName, which: (nth: number) => boolean): void {
    this.seen[api] = 0;
    this.dropReply = (name, nth) => name === api && which(nth);
  }

  /** Each reply is held back for so long. */
  delayReplies(ms: number): void {
    this.latencyMs = ms;
  }

  /** Half-open: connections stay, and nothing passes any more in either direction, until `heal`. */
  goSilent(): void {
    this.silent = true;
  }

  /** Ends all present connections. New ones are accepted. */
  cut(): void {
    for (const link of this.links) link.destroy();
  }

  /** No more faults. Connections that were silent are cut, as after a real network fault. */
  heal(): void {
    this.dropReply = () => false;
    this.latencyMs = 0;
    if (this.silent) this.cut();
    this.silent = false;
  }

  private accept(client: net.Socket): void {
    const link = new Link(client, net.connect(this.upstream), {
      onRequest: (api) => (this.seen[api] = (this.seen[api] ?? 0) + 1),
      losesReply: (api, nth) => {
        if (!this.dropReply(api, nth)) return false;
        this.dropped[api] = (this.dropped[api] ?? 0) + 1;
        return true;
      },
      latencyMs: () => this.latencyMs,
      isSilent: () => this.silent,
      onEnd: () => this.links.delete(link),
    });
    this.links.add(link);
  }
}

interface LinkRules {
  /** Returns which one of its kind this is. */
  onRequest(api: ApiName): number;
  losesReply(api: ApiName, nth: number): boolean;
  latencyMs(): number;
  isSilent(): boolean;
  onEnd(): void;
}

/** One connection of a client and its counterpart to the broker. */
class Link {
  private readonly requests = new FrameReader();
  private readonly replies = new FrameReader();
  private readonly pending = new Map<number, { api: ApiName; nth: number }>();

  constructor(
    private readonly client: net.Socket,
    private readonly broker: net.Socket,
    private readonly rules: LinkRules,
  ) {
    client.on('data', (chunk) => this.requests.push(chunk).forEach((frame) => this.toBroker(frame)));
    broker.on('data', (chunk) => this.replies.push(chunk).forEach((frame) => this.toClient(frame)));
    for (const socket of [client, broker]) {
      socket.on('error', () => this.destroy());
      socket.on('close', () => this.destroy());
    }
  }

  destroy(): void {
    this.client.destroy();
    this.broker.destroy();
    this.rules.onEnd();
  }

  private toBroker(frame: Buffer): void {
    if (this.rules.isSilent()) return;
    const { apiKey, correlationId } = readRequest(frame);
    const api = apiNames.get(apiKey);
    if (api) this.pending.set(correlationId, { api, nth: this.rules.onRequest(api) });
    this.broker.write(frame);
  }

  private toClient(frame: Buffer): void {
    if (this.rules.isSilent()) return;
    const correlationId = readCorrelationId(frame);
    const request = this.pending.get(correlationId);
    this.pending.delete(correlationId);
    if (request && this.rules.losesReply(request.api, request.nth)) return this.destroy();
    const delay = this.rules.latencyMs();
    if (delay === 0) this.client.write(frame);
    else setTimeout(() => this.client.write(frame), delay);
  }
}

const apiNames = new Map(Object.entries(apiKeys).map(([name, key]) => [key as number, name as ApiName]));
