import { createHash } from 'node:crypto';
import { UnitOfWork } from '@creator-connect/persistence';
import { until } from '@creator-connect/messaging/testing';
import type { PlatformCall } from '@creator-connect/platforms/testing';
import { GrantVault } from '../../src/grants/grant-vault';
import { GrantsRepository } from '../../src/grants/persistence/grants.repository';
import { Creator, OauthFixture } from '../integration/support/oauth-fixture';
import { pick, seeded } from './random';
import { Replicas } from './replicas';

export interface Fire {
  processes: number;
  accounts: number;
  seconds: number;
  /** Of the tokens that a connection brings. A setup is worth no more than its token, and hundreds at once are slow. */
  firstTokenSeconds: number;
  seed: number;
}

const tokenSeconds = 8;

export interface RotationReport {
  seed: number;
  rotations: number;
  kills: number;
  /** Answers that the sandbox was told to lose after it had spent the token. */
  lostAnswers: number;
  slowAnswers: number;
  /** Refresh tokens that were presented again after the sandbox had spent them … */
  reused: number;
  /** … though no fault had taken its answer from us. */
  spentTwiceByUs: number;
  /** Grants that ended; their token was spent in a call whose answer a fault took away. */
  lostWithTheirAnswer: number;
  /** Grants that ended although their token would still have been worth something. */
  falseReauth: number;
  /** Grants that are said to live and do not. */
  silentlyDead: number;
  endedTwice: number;
}

const personas = ['everyday', 'busy', 'member', 'few-views', 'few-videos', 'korea', 'unsuitable', 'other-country'];
/** Of the client in the processes. */
const patienceMs = 10_000;
/** A kill may come in the instant between sending a token and noting that it was sent. */
const killedNearMs = 400;

/** Rotates the tokens of many grants in many processes while they are killed and their answers are lost. */
export async function rotationUnderFire({
  processes,
  accounts,
  seconds,
  firstTokenSeconds,
  seed,
}: Fire): Promise<RotationReport> {
  const random = seeded(seed);
  const oauth = await OauthFixture.start();
  const replicas = new Replicas(oauth.environment, processes);
  try {
    const ready = replicas.start();
    ready.catch(() => undefined);
    await oauth.sandbox.settings({ tiktok: { accessTokenSeconds: firstTokenSeconds, requestsPerMinute: 1_000_000 } });
    const ids = await connect(oauth, accounts);
    await oauth.sandbox.settings({ tiktok: { accessTokenSeconds: tokenSeconds } });
    await ready;
    await oauth.stopReplicas();

    const log = new RefreshLog(oauth);
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
      await storm(oauth, { seconds: 5, fault: () => pick(random, losing(random)), log, random }, (slot) =>
        replicas.kill(Math.floor(slot * processes)),
      );
      // By itself: a process that dies over a call that the platform fails can not know that nothing was spent.
      await storm(oauth, { seconds: 2, fault: () => pick(random, failing), log, random });
    }
    await settle(oauth);
    await log.read();
    await replicas.stop();
    return await audit(oauth, ids, log, replicas, seed);
  } finally {
    await replicas.stop();
    await oauth.stop();
  }
}

interface Storm {
  seconds: number;
  fault(): Record<string, unknown> & { platform: 'tiktok'; kind: string };
  log: RefreshLog;
  random(): number;
}

async function storm(oauth: OauthFixture, { seconds, fault, log, random }: Storm, kill?: (slot: number) => void) {
  const end = Date.now() + seconds * 1000;
  let nextKill = Date.now() + 1_000 * random();
  while (Date.now() < end) {
    await oauth.sandbox.fault(fault());
    await pause(100 + 300 * random());
    if (!kill || Date.now() < nextKill) continue;
    kill(random());
    nextKill = Date.now() + 500 + 1_000 * random();
  }
  await oauth.sandbox.clearFaults();
  await pause(500);
  await log.read();
}

async function connect(oauth: OauthFixture, accounts: number): Promise<string[]> {
  const ids: string[] = [];
  const worker = async () => {
    while (ids.length < accounts) {
      const slot = ids.push('') - 1;
      ids[slot] = await new Creator(oauth).connect('tiktok', `tiktok-${personas[slot % personas.length]!}`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return ids;
}

const on = { platform: 'tiktok', operation: 'tiktok.oauth.refresh' } as const;

/** Slow and lost answers: the token is spent all the same. */
const losing = (random: () => number) => [
  { ...on, kind: 'latency', milliseconds: Math.floor(50 + 1_000 * random()), times: 3 },
  { ...on, kind: 'latency', milliseconds: Math.floor(50 + 300 * random()), times: 10 },
  { ...on, kind: 'drop_response', times: 1 },
];

/** Calls that come to nothing: the token is as good as before. */
const failing = [
  { ...on, kind: 'drop_request', times: 2 },
  { ...on, kind: 'status', status: 503, times: 2 },
];

/** No more faults, long-lived tokens, and time enough for every lease and pause of the dead to run out. */
async function settle(oauth: OauthFixture): Promise<void> {
  await oauth.sandbox.clearFaults();
  await oauth.sandbox.settings({ tiktok: { accessTokenSeconds: 86_400 } });
  const under = (what: string) => oauth.count('token_refreshes', what);
  await until(
    'calls under way',
    async () => (await under(`lease_until > now() + interval '27 seconds'`)) === 0,
    60_000,
  );
  // Only now: a lease of the living must not run out under their hands.
  for (let minute = 1; minute <= 3; minute += 1) {
    await oauth.database.moveClock(minute * 60);
    const busy = `due_at <= oauth.clock_timestamp() OR lease_until > oauth.clock_timestamp() - interval '29 seconds'`;
    await until('all renewals', async () => (await under(busy)) === 0, 60_000);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the sandbox saw, by refresh token. */
class RefreshLog {
  readonly byToken = new Map<string, PlatformCall[]>();
  readonly calls: PlatformCall[] = [];
  private mark = 0;

  constructor(private readonly oauth: OauthFixture) {}

  async read(): Promise<void> {
    const next = await this.oauth.sandbox.mark();
    for (const call of await this.oauth.sandbox.calls('tiktok.oauth.refresh', this.mark)) {
      if (call.seq > next) continue;
      this.calls.push(call);
      const token = call.tokenFingerprint ?? '';
      this.byToken.set(token, [...(this.byToken.get(token) ?? []), call]);
    }
    this.mark = next;
  }

  spending(token: string): PlatformCall | undefined {
    return this.byToken.get(token)?.find((call) => call.status === 200 && call.error === undefined);
  }
}

async function audit(
  oauth: OauthFixture,
  ids: string[],
  log: RefreshLog,
  { kills }: Replicas,
  seed: number,
): Promise<RotationReport> {
  const reused = [...log.byToken].flatMap(([token, calls]) => {
    const spending = log.spending(token);
    return spending ? calls.filter((call) => call.seq > spending.seq).map(() => spending) : [];
  });
  const isExcused = (spending: PlatformCall) =>
    lostAnswer(spending) ||
    kills.some((at) => Math.abs(at - Date.parse(spending.at)) < killedNearMs + spending.milliseconds);
  const ends = await oauth.events('AuthExpired');
  const ended = new Set(ends.map((event) => event.payload['accountId'] as string));

  const app = await oauth.startAnother();
  const held = await heldTokens(app.get(UnitOfWork), app.get(GrantsRepository), app.get(GrantVault), oauth);
  const living = ids.filter((id) => !ended.has(id));
  await oauth.database.query('UPDATE oauth.grants SET access_expires_at = now()');
  const leases = await inTurns(living, (id) => oauth.lease(id, `http://localhost:${oauth.portOf(app)}`));
  return {
    seed,
    rotations: log.calls.filter((call) => call.status === 200).length,
    kills: kills.length,
    lostAnswers: log.calls.filter((call) => call.status === 200 && lostAnswer(call)).length,
    slowAnswers: log.calls.filter((call) => call.fault === 'latency').length,
    reused: reused.length,
    spentTwiceByUs: reused.filter((spending) => !isExcused(spending)).length,
    lostWithTheirAnswer: [...ended].filter((id) => log.spending(held.get(id) ?? '')).length,
    falseReauth: [...ended].filter((id) => !log.spending(held.get(id) ?? '')).length,
    silentlyDead: leases.filter((lease) => lease.status !== 200).length,
    endedTwice: ends.length - ended.size,
  };
}

const lostAnswer = (call: PlatformCall) => call.fault === 'drop_response' || call.milliseconds > patienceMs - 200;

/** Fingerprints, as the sandbox makes them, of the refresh token that lies in the vault for each account. */
async function heldTokens(
  unitOfWork: UnitOfWork,
  grants: GrantsRepository,
  vault: GrantVault,
  oauth: OauthFixture,
): Promise<Map<string, string>> {
  const rows = await oauth.database.query<{ id: string; org: string }>('SELECT id, org_id AS org FROM oauth.grants');
  const tokens = await inTurns(rows, ({ id, org }) =>
    unitOfWork.tenant(org, async (tx) => {
      const grant = (await grants.find(tx, id))!;
      const token = await vault.openToken(tx, grant, 'refresh', { service: 'test', purpose: 'audit' });
      const sum = createHash('sha256').update(token?.reveal() ?? '');
      return [grant.socialAccountId, sum.digest('hex').slice(0, 8)] as const;
    }),
  );
  return new Map(tokens);
}

async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += 8) results.push(...(await Promise.all(items.slice(at, at + 8).map(work))));
  return results;
}
