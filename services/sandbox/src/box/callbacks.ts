import type { Settings } from '../state/settings';
import type { Faults, FaultTarget } from './faults';
import type { PretendedPlatform } from './platform';
import { randomText } from './secrets';

const KEPT = 500;
const PATIENCE_MS = 10_000;

/** Events of Google's Cross-Account Protection (platforms.md 3.7). [RISC] */
export type SecurityEventKind =
  | 'token-revoked'
  | 'tokens-revoked'
  | 'sessions-revoked'
  | 'account-disabled'
  | 'account-enabled'
  | 'account-credential-change-required'
  | 'verification';

/** A push of the platform to the app. `sign` gets the key, so that a scripted wrong key needs no second code path. */
export interface Push {
  platform: PretendedPlatform;
  kind: 'deauthorize' | 'data-deletion' | 'permissions' | 'authorization.removed' | SecurityEventKind;
  persona: string;
  url: string | undefined;
  secret: string;
  sign(secret: string): { headers: Record<string, string>; body: string };
}

export interface Delivery {
  seq: number;
  platform: PretendedPlatform;
  kind: Push['kind'];
  persona: string;
  url: string;
  state: 'waiting' | 'delivered' | 'given up' | 'lost';
  attempts: number;
  status?: number;
  at: string;
  wrongSignature: boolean;
}

export interface Answer {
  status: number;
  body: string;
}

/**
 * Sends callbacks as the platforms do: at least once, again with growing pauses when the app does not answer 200 (Google wants 202).
 * Pauses are real time, since the app's clock does not move with ours. Nobody waits for a delivery unless it asks to.
 */
export class Callbacks {
  private deliveries: Delivery[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();
  private last = 0;
  private stopped = false;
  /** Waits for the next callback to go first. */
  private held: (() => Promise<unknown>) | undefined;

  constructor(
    private readonly faults: Faults,
    private readonly settings: () => Settings['callbacks'],
  ) {}

  /** Resolves with the answer to the first attempt (`undefined`: not sent or not answered); never rejects. */
  async send(push: Push): Promise<Answer | undefined> {
    if (push.url === undefined) return undefined;
    const target = { platform: push.platform, operation: push.kind, persona: push.persona };
    const wrong = this.faults.take(['wrong_signature'], target) !== undefined;
    const message = push.sign(wrong ? randomText(24) : push.secret);
    const deliver = (): Promise<Answer | undefined> => this.deliver(this.note(push, push.url ?? '', wrong), message);

    if (this.faults.take(['lost_callback'], target)) {
      this.note(push, push.url, wrong).state = 'lost';
      return undefined;
    }
    if (this.faults.take(['reordered_callback'], target)) {
      const delivery = this.note(push, push.url, wrong);
      const before = this.held;
      this.held = async () => {
        await this.deliver(delivery, message);
        await before?.();
      };
      return undefined;
    }
    const overtaken = this.held;
    this.held = undefined;
    const answer = await this.sendNow(target, deliver);
    await overtaken?.();
    return answer;
  }

  private async sendNow(target: FaultTarget, deliver: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
    const late = this.faults.take(['late_callback'], target);
    if (late) {
      this.later(late.milliseconds, deliver);
      return undefined;
    }
    const again = this.faults.take(['duplicate_callback'], target) !== undefined;
    const answer = await deliver();
    if (again) await deliver();
    return answer;
  }

  list(since = 0): Delivery[] {
    return this.deliveries.filter((delivery) => delivery.seq > since);
  }

  clear(): void {
    this.forgetTimers();
    this.held = undefined;
    this.deliveries = [];
  }

  /** No attempt is begun after this. */
  stop(): void {
    this.stopped = true;
    this.forgetTimers();
  }

  private forgetTimers(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private note(push: Push, url: string, wrongSignature: boolean): Delivery {
    const delivery: Delivery = {
      seq: ++this.last,
      platform: push.platform,
      kind: push.kind,
      persona: push.persona,
      url,
      state: 'waiting',
      attempts: 0,
      at: new Date().toISOString(),
      wrongSignature,
    };
    this.deliveries.push(delivery);
    if (this.deliveries.length > KEPT) this.deliveries.shift();
    return delivery;
  }

  private async deliver(
    delivery: Delivery,
    message: { headers: Record<string, string>; body: string },
  ): Promise<Answer | undefined> {
    delivery.attempts += 1;
    const answer = await post(delivery.url, message);
    if (answer) delivery.status = answer.status;
    if (answer?.status === 200 || answer?.status === 202) delivery.state = 'delivered';
    else if (delivery.attempts >= this.settings().attempts) delivery.state = 'given up';
    else {
      const pause = this.settings().firstRetryMilliseconds * 2 ** (delivery.attempts - 1);
      this.later(pause, () => this.deliver(delivery, message));
    }
    return answer;
  }

  private later(milliseconds: number, action: () => Promise<unknown>): void {
    if (this.stopped) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void action();
    }, milliseconds);
    this.timers.add(timer);
  }
}

async function post(
  url: string,
  message: { headers: Record<string, string>; body: string },
): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: message.headers,
      body: message.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, body: (await response.text()).slice(0, 4_096) };
  } catch {
    return undefined; // nobody there: the platform only knows that it has to try again
  }
}
