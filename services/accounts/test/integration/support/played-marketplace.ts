import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlayedHolders } from './played-holders';

interface Member {
  creatorId: string;
  biography?: string;
}

/** The ttcm service, as far as it answers who is in the marketplace. */
export class PlayedMarketplace {
  /** By their handles. */
  readonly members = new Map<string, Member>();
  /** Of handles that it shows no profile of. */
  readonly states = new Map([
    ['outside.it', 'NON_TTCM'],
    ['moved.member', 'TTCM'],
  ]);
  /** A problem that it answers with instead, such as `ttcm.not_connected`. */
  problem: { status: number; code: string } | undefined;
  readonly asked: object[] = [];
  private server: Server | undefined;

  /** ttcm is asked what it holds, too. */
  constructor(private readonly holders: PlayedHolders) {}

  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://ttcm');
      if (url.pathname.startsWith('/internal/own-data')) return this.holders.answer('ttcm', url, response);
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      request.on('end', () => {
        const body = JSON.parse(text) as { handle?: string };
        this.asked.push({ path: request.url, ...body });
        const words = { title: 'Not connected.', nextStep: 'Connect it.' };
        const status = this.problem?.status ?? 200;
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(this.problem ? { ...this.problem, ...words } : this.#answer(body.handle)));
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const { server } = this;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  #answer(handle: string | undefined): object {
    const member = handle === undefined ? undefined : this.members.get(handle);
    if (!member) return { marketplace: this.states.get(handle ?? '') ?? null, profile: null };
    const unknown = { website: null, pictureUrl: null, verified: null, following: null, posts: null, likes: null };
    const { creatorId: id, biography = null } = member;
    const profileUrl = `https://www.tiktok.com/@${handle}`;
    const profile = { ...unknown, id, handle, displayName: 'A member', biography, profileUrl, followers: 25_000 };
    return { marketplace: 'TTCM', profile };
  }
}
