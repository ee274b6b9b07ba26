import { Kafka, logLevel } from 'kafkajs';
import { Browser, connectedCreator, connect, GatewayDoor, signIn, Story } from '@creator-connect/e2e';
import { limitFigure, type Figure } from './figures';
import { bareLatencies, percentile } from './latency';
import type { SystemStatus } from './programs';

const connects = 60;
const topic = 'oauth.authorization.v1';

/** Notes when it goes to the callback of ours, and when that has answered. */
class WatchedBrowser extends Browser {
  askedAt = 0;

  override async fetch(url: URL, init?: RequestInit): Promise<Response> {
    if (url.pathname.startsWith('/oauth/')) this.askedAt = Date.now();
    return super.fetch(url, init);
  }
}

/** When an outside, plain kafkajs consumer saw which authorization. */
async function watch(brokers: string[]) {
  const kafka = new Kafka({ clientId: 'outside-bench', brokers, logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `outside-bench-${Date.now()}` });
  const seen = new Map<string, { seenAt: number; acceptedAt: number; accountId: string }>();
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) => {
      if (message.headers?.['ce_type']?.toString() !== 'AccountAuthorized') return;
      const seenAt = Date.now();
      const { accountId } = JSON.parse(message.value!.toString()) as { accountId: string };
      const acceptedAt = Date.parse(message.headers['ce_time']!.toString());
      seen.set(message.headers['ce_id']!.toString(), { seenAt, acceptedAt, accountId });
    },
  });
  return { seen, stop: () => consumer.disconnect() };
}

/**
 * One creator after the other consents at the sandbox's TikTok on an idle system. Accepted is the event's own time: the callback
 * was checked, the code exchanged, and grant and event are being written.
 */
export async function callbackBench(status: SystemStatus, brokers: string[]): Promise<Figure[]> {
  const story = await Story.begin(status);
  const outside = await watch(brokers);
  try {
    const admin = await story.admin();
    const { influencer, account } = await connectedCreator(story, admin, 'tiktok', 'tiktok-korea', 'TikTok korea');
    const signedIn = await signIn(story, influencer);
    const browser = new WatchedBrowser();
    browser.takeCookiesOf(signedIn.browser);
    const creator = new GatewayDoor(signedIn.address, browser, signedIn.csrf);
    const [fromAccepted, fromRequest]: [number[], number[]] = [[], []];
    for (let round = 0; round < connects; round += 1) {
      const before = new Set(outside.seen.keys());
      const { status: ending } = await connect(creator, 'tiktok', 'TikTok korea', account.id);
      if (ending !== 'DONE') throw new Error(`A connection ended as ${ending}`);
      const event = await untilSeen(() =>
        [...outside.seen].find(([id, { accountId }]) => !before.has(id) && accountId === account.id),
      );
      fromAccepted.push(event.seenAt - event.acceptedAt);
      fromRequest.push(event.seenAt - browser.askedAt);
    }
    const bare = await bareLatencies(brokers, connects);
    const line = (name: string, values: number[], share: number, most: number) =>
      limitFigure(name, 'ms', percentile(values, share), most, percentile(bare, share));
    return [
      line('callback accepted → event seen, p50', fromAccepted, 0.5, 50),
      line('callback accepted → event seen, p99', fromAccepted, 0.99, 250),
      line('callback asked → event seen, p50', fromRequest, 0.5, Infinity),
    ];
  } finally {
    await Promise.all([outside.stop(), story.end()]);
  }
}

async function untilSeen<T>(look: () => [string, T] | undefined): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = look();
    if (found) return found[1];
    if (Date.now() > deadline) throw new Error('The outside consumer did not see an authorization within 30 s');
    await new Promise((wait) => setTimeout(wait, 5));
  }
}
