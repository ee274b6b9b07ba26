import { connect, connectedCreator, signIn, Story, type GatewayDoor } from '@creator-connect/e2e';
import { limitFigure, type Figure } from './figures';
import { bareLatencies, percentile } from './latency';
import { sweepSeconds, type SystemStatus } from './programs';

const rounds = 20;

interface Ending {
  platform: 'instagram' | 'tiktok';
  persona: string;
  personaName: string;
  /** What the account becomes. */
  state: 'NON_AUTH' | 'REAUTH';
  /** Ends the grant at the platform, and whatever lets us meet that. */
  end(story: Story, admin: GatewayDoor, accountId: string): Promise<void>;
}

const removedAtThePlatform: Ending = {
  platform: 'tiktok',
  persona: 'tiktok-korea',
  personaName: 'TikTok korea',
  state: 'NON_AUTH',
  end: async (story) => void (await story.sandbox.does('tiktok-korea', 'remove-app')),
};

const metByACollection: Ending = {
  platform: 'instagram',
  persona: 'creator-one-page',
  personaName: 'Creator One-Page',
  state: 'REAUTH',
  async end(story, admin, accountId) {
    await story.sandbox.does('creator-one-page', 'change-password');
    await admin.post(`/v1/social-accounts/${accountId}/collections`);
  },
};

const foundByTheSweep: Ending = {
  platform: 'instagram',
  persona: 'creator-two-pages',
  personaName: 'Creator Two-Pages',
  state: 'REAUTH',
  end: async (story) => void (await story.sandbox.does('creator-two-pages', 'change-password')),
};

/**
 * How long after a grant has ended at the platform the account says so to an admin: told by the platform's signed callback,
 * met as a refused token by a collection, which is verified first, and told by nobody, so that only the sweep finds it.
 */
export async function detectionBench(status: SystemStatus, brokers: string[]): Promise<Figure[]> {
  const story = await Story.begin(status);
  try {
    const told = await detected(story, removedAtThePlatform);
    const met = await detected(story, metByACollection);
    const found = await detected(story, foundByTheSweep, 5);
    const bare = await bareLatencies(brokers, rounds);
    const line = (name: string, values: number[], share: number, most: number) =>
      limitFigure(name, 'ms', percentile(values, share), most, percentile(bare, share));
    return [
      line('removed at the platform → state, p50', told, 0.5, 5_000),
      line('removed at the platform → state, p99', told, 0.99, 5_000),
      line('token refused in a collection → state, p50', met, 0.5, Infinity),
      // One second for the worker that looks for due work, and for the events.
      line(`told by nobody → state, sweep of ${sweepSeconds} s, longest`, found, 1, sweepSeconds * 1000 + 1_000),
    ];
  } finally {
    await story.end();
  }
}

async function detected(story: Story, ending: Ending, times = rounds): Promise<number[]> {
  const admin = await story.admin();
  const { platform, persona, personaName } = ending;
  const { influencer, account } = await connectedCreator(story, admin, platform, persona, personaName);
  const creator = await signIn(story, influencer);
  const taken: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const began = performance.now();
    await ending.end(story, admin, account.id);
    await untilState(admin, account.id, ending.state);
    taken.push(performance.now() - began);
    const { status } = await connect(creator, platform, personaName, account.id);
    if (status !== 'DONE') throw new Error(`A connection ended as ${status}`);
    await untilState(admin, account.id, 'AUTHENTICATED');
    // TikTok's messages bear whole seconds and no id: two removals in one second would be one message that comes twice.
    await new Promise((wait) => setTimeout(wait, 1_000));
  }
  return taken;
}

async function untilState(admin: GatewayDoor, accountId: string, state: string): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const account = await admin.get<{ authState: string }>(`/v1/social-accounts/${accountId}`);
    if (account.authState === state) return;
    if (performance.now() > deadline) throw new Error(`The account did not become ${state} within 30 s`);
    await new Promise((wait) => setTimeout(wait, 10));
  }
}
