import { ProblemError, type GatewayDoor } from '../doors/gateway';
import { joinedMember, signIn, type Influencer } from '../journeys/people';
import type { Story } from '../story';

interface Document {
  paths: Record<string, Record<string, unknown>>;
}

/** Answers that go on for ever, or end the session that asks. */
const leftOut = new Set(['/v1/events']);

/**
 * Reads everything that each of these people can read, by the description of the interface: with ids that earlier answers
 * named, so that real things are shown. What came back is in the recording of all HTTP. Returns how many answers each got.
 */
export async function crawl(people: Record<string, GatewayDoor>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name, door] of Object.entries(people)) {
    const { paths } = await door.get<Document>('/docs/openapi.json');
    const reads = Object.keys(paths).filter((path) => 'get' in paths[path]! && !leftOut.has(path));
    const known = new Map<string, Set<string>>();
    // Lists first: they name what the others are about.
    for (const path of reads.toSorted((a, b) => a.split('{').length - b.split('{').length)) {
      for (const address of addressesOf(path, known)) {
        const answer = await read(door, address);
        if (answer === undefined) continue;
        counts[name] = (counts[name] ?? 0) + 1;
        remember(address, answer, known);
      }
    }
  }
  return counts;
}

/** Those who look at an organisation, and one whose accounts are looked at. */
export async function peopleOf(story: Story, influencer: Influencer): Promise<Record<string, GatewayDoor>> {
  const owner = await story.admin();
  const viewer = story.visitor();
  await viewer.post('/v1/sessions', await joinedMember(story, owner, 'viewer'));
  return { owner, viewer, creator: await signIn(story, influencer) };
}

async function read(door: GatewayDoor, address: string): Promise<unknown> {
  try {
    return await door.get(address);
  } catch (error) {
    if (error instanceof ProblemError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const placeholder = /\{[^}]+\}/;

/** `/v1/campaigns/{id}/report` for each campaign that was named; at most a few of each. */
function addressesOf(path: string, known: Map<string, Set<string>>): string[] {
  if (!placeholder.test(path)) return [path, `${path}?limit=5`];
  const collection = path.slice(0, path.search(placeholder) - 1);
  const ids = [...(known.get(collection) ?? [])].slice(0, 3);
  return ids.flatMap((id) => addressesOf(path.replace(placeholder, id), known)).filter((one) => !placeholder.test(one));
}

function remember(address: string, answer: unknown, known: Map<string, Set<string>>): void {
  const collection = address.split('?')[0]!;
  const { items } = (answer ?? {}) as { items?: unknown };
  if (!Array.isArray(items)) return;
  const ids = items.flatMap((item: unknown) => (item as { id?: unknown }).id ?? []);
  const set = known.get(collection) ?? new Set<string>();
  for (const id of ids) if (typeof id === 'string') set.add(id);
  known.set(collection, set);
}
