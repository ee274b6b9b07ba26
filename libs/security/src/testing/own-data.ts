import type { KnockedDoor } from './access-table';

/**
 * What a running service holds about an influencer, set by set, as accounts asks for it. Fails when it says another number than
 * it gives, or lets anybody else ask.
 */
export async function ownDataOf(
  door: KnockedDoor,
  { organisationId, influencerId }: { organisationId: string; influencerId: string },
): Promise<Record<string, Record<string, unknown>[]>> {
  const ask = (path: string, service?: string) => askOf(door, path, { organisationId, influencerId }, service);
  const refused = (await ask('', 'gateway')).status;
  if (refused !== 403) throw new Error(`Another service is let in: ${refused}`);
  const counts = (await (await ask('')).json()) as Record<string, number>;
  const sets: Record<string, Record<string, unknown>[]> = {};
  for (const [set, count] of Object.entries(counts)) {
    const lines = (await (await ask(`/${set}`)).text()).trimEnd().split('\n');
    const last = JSON.parse(lines.pop()!) as { rows?: number };
    if (last.rows !== count || lines.length !== count)
      throw new Error(`${set} says ${count} and gives ${lines.length}`);
    sets[set] = lines.map((line) => (JSON.parse(line) as { row: Record<string, unknown> }).row);
  }
  return sets;
}

/** How much of each set goes with an account, as accounts asks for it. */
export async function accountDataOf(
  door: KnockedDoor,
  account: { organisationId: string; influencerId: string; accountId: string },
): Promise<Record<string, number>> {
  const { organisationId, influencerId, accountId } = account;
  const answer = await askOf(door, '', { organisationId, influencerId, accountId });
  if (answer.status !== 200) throw new Error(`It is not told: ${answer.status}`);
  return (await answer.json()) as Record<string, number>;
}

async function askOf(door: KnockedDoor, path: string, query: Record<string, string>, service = 'accounts') {
  const headers = await door.headers({ kind: 'service', sub: service });
  const question = new URLSearchParams(query).toString();
  return fetch(new URL(`/internal/own-data${path}?${question}`, await door.app.getUrl()), { headers });
}
