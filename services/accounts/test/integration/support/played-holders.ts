import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Row = Record<string, unknown>;
/** ttcm plays more than this, and has a server of its own. */
const served = ['oauth', 'collector', 'notifications'] as const;
export type Holder = (typeof served)[number] | 'ttcm';

/** The other services, as far as they are asked what they hold about an influencer. */
export class PlayedHolders {
  /** By `<service>/<set>` and influencer. */
  readonly rows = new Map<string, Map<string, Row[]>>();
  /** Who does not say what there is. */
  readonly silent = new Set<Holder>();
  /** Answers to come that break off after one row. */
  breaksOff = 0;
  readonly asked: { path: string; organisationId: string | null }[] = [];
  private readonly servers = new Map<Holder, Server>();

  /** Starts them; their addresses, as the environment names them. */
  async start(): Promise<Record<string, string>> {
    const addresses: Record<string, string> = {};
    for (const holder of served) {
      const server = createServer(({ url }, response) => this.answer(holder, new URL(url ?? '', 'http://x'), response));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      this.servers.set(holder, server);
      addresses[`${holder.toUpperCase()}_URL`] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    }
    return addresses;
  }

  async stop(): Promise<void> {
    for (const server of this.servers.values()) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  hold(holder: Holder, set: string, influencerId: string, rows: Row[]): void {
    const key = `${holder}/${set}`;
    this.rows.set(key, (this.rows.get(key) ?? new Map<string, Row[]>()).set(influencerId, rows));
  }

  answer(holder: Holder, { pathname, searchParams }: URL, response: ServerResponse): void {
    this.asked.push({ path: `${holder}${pathname}`, organisationId: searchParams.get('organisationId') });
    const accountId = searchParams.get('accountId');
    const influencerId = searchParams.get('influencerId') ?? '';
    const set = pathname.split('/')[3];
    if (this.silent.has(holder)) {
      response.writeHead(503).end();
      return;
    }
    if (set === undefined) {
      const counts = [...this.rows].filter(([key]) => key.startsWith(`${holder}/`));
      const ofAccount = (row: Row) => accountId === null || row['account_id'] === accountId;
      const body = counts.map(([key, rows]) => [
        key.split('/')[1]!,
        rows.get(influencerId)?.filter(ofAccount).length ?? 0,
      ]);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(Object.fromEntries(body)));
      return;
    }
    const rows = this.rows.get(`${holder}/${set}`)?.get(influencerId) ?? [];
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    if (this.breaksOff > 0 && rows.length > 0) {
      this.breaksOff -= 1;
      response.write(`${JSON.stringify({ row: rows[0] })}\n`, () => response.destroy());
      return;
    }
    for (const row of rows) response.write(`${JSON.stringify({ row })}\n`);
    response.end(`${JSON.stringify({ rows: rows.length })}\n`);
  }
}
