import type { ServiceName } from '@creator-connect/local/runner';
import type { Random } from '../random';
import { Replica, type ReplicaCommand } from './replica';

const replicasOfEach = 2;

/** The replicas of one service. One that died in a fault is replaced, as a supervisor would. */
export class Fleet {
  private replicas: Replica[] = [];
  private count = 0;

  constructor(
    readonly service: ServiceName,
    private readonly command: (name: string) => ReplicaCommand,
  ) {}

  async start(): Promise<void> {
    await Promise.all(Array.from({ length: replicasOfEach }, () => this.add()));
  }

  /** The ones that run, oldest first. */
  get alive(): readonly Replica[] {
    return this.replicas.filter((replica) => replica.isAlive());
  }

  get urls(): string[] {
    return this.alive.map(({ url }) => url);
  }

  get pids(): number[] {
    return this.alive.map(({ pid }) => pid);
  }

  async arm(failpoints: string): Promise<void> {
    await Promise.all(this.alive.map((replica) => replica.arm(failpoints)));
  }

  /**
   * Lets a replica die at a failpoint, under load: one of them at random, or else whichever gets there first (only one
   * relay has the lanes). The others have to live with what it left behind.
   */
  async loseOneAt(failpoints: string, random?: Random): Promise<Replica> {
    const candidates = random === undefined ? this.alive : [random.pick(this.alive)];
    await Promise.all(candidates.map((replica) => replica.arm(failpoints)));
    const victim = await Promise.race(candidates.map((replica) => replica.ended().then(() => replica)));
    await this.arm('');
    return victim;
  }

  /** A counter of theirs, over all of them. */
  async metric(name: string): Promise<number> {
    const pages = await Promise.all(this.urls.map(async (url) => (await fetch(`${url}/metrics`)).text()));
    const values = pages.flatMap((page) => [...page.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))]);
    return values.reduce((sum, [, value]) => sum + Number(value), 0);
  }

  /** Brings the number of replicas back to what it was. */
  async replenish(): Promise<void> {
    this.replicas = [...this.alive];
    await Promise.all(Array.from({ length: replicasOfEach - this.replicas.length }, () => this.add()));
  }

  async stop(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.stop('SIGKILL')));
  }

  private async add(): Promise<void> {
    this.count += 1;
    const replica = new Replica(this.command(`${this.service}-${this.count}`));
    this.replicas.push(replica);
    await replica.ready();
  }
}
