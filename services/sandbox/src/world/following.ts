import { between } from './random';

const DAY = 86_400_000;

/** Who follows an account day by day: most days bring some more than leave. */
export class Following {
  constructor(
    private readonly seed: string,
    private readonly startedAt: () => number,
  ) {}

  /** `atStart` until the first day of the world is over, so that a new world has the numbers it is described with. */
  followers(account: number, atStart: number, now: number): number {
    const days = Math.floor((now - this.startedAt()) / DAY);
    let gained = 0;
    for (let day = 1; day <= days; day++) {
      gained += Math.round(atStart * between(-0.0008, 0.0048, this.seed, 'following', account, day));
    }
    return atStart + gained;
  }
}
