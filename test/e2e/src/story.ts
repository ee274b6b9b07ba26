import { EventTap, type SeenEvent } from './doors/event-tap';
import { GatewayDoor } from './doors/gateway';
import { Mailbox } from './doors/mailbox';
import { SandboxControl } from './doors/sandbox-control';
import { must } from './doors/wait';

/** What `npm run status -- --json` prints of a running system. */
export interface SystemStatus {
  ready: boolean;
  addresses: Record<string, string>;
  processes: { name: string; port: number | null }[];
  logins: { role: string; email?: string; password?: string; [more: string]: unknown }[];
}

/** Where a story is told: the demo prints it, the e2e tests keep quiet. */
export interface Narrator {
  chapter(title: string): void;
  say(text: string): void;
  fact(text: string): void;
  event(event: SeenEvent): void;
}

export const silent: Narrator = {
  chapter: () => undefined,
  say: () => undefined,
  fact: () => undefined,
  event: () => undefined,
};

const topics = [
  'oauth.authorization.v1',
  'accounts.influencer.v1',
  'accounts.account.v1',
  'ttcm.invite.v1',
  'notifications.message.v1',
  'collector.profile.v1',
  'collector.post.v1',
  'collector.audience.v1',
  'collector.feed.v1',
];

/** A story told through public doors only: the gateway, the platforms' pages, the inbox and Kafka. */
export class Story {
  readonly mail: Mailbox;
  readonly sandbox: SandboxControl;
  readonly tap: EventTap;
  readonly #began = new Date();

  private constructor(
    readonly status: SystemStatus,
    readonly narrator: Narrator,
  ) {
    this.mail = new Mailbox(this.#address('mail'));
    this.sandbox = new SandboxControl(this.#address('sandbox'));
    this.tap = new EventTap(this.#address('kafka'), 'outside-consumer');
  }

  static async begin(status: SystemStatus, narrator: Narrator = silent): Promise<Story> {
    must(status.ready, 'the system is started (npm start)');
    const story = new Story(status, narrator);
    await story.tap.start(topics);
    return story;
  }

  /** Somebody's fresh browser, standing at our door. */
  visitor(): GatewayDoor {
    return new GatewayDoor(this.#address('gateway'));
  }

  /** The demo organisation's admin, signed in. */
  async admin(): Promise<GatewayDoor> {
    const door = this.visitor();
    await door.post('/v1/sessions', this.login());
    return door;
  }

  /** Of the demo organisation's owner. */
  login(): { email: string; password: string } {
    for (const { email, password } of this.status.logins) if (email && password) return { email, password };
    throw new Error('The status names no login of an owner');
  }

  fact(holds: unknown, text: string): asserts holds {
    must(holds, text);
    this.narrator.fact(text);
  }

  /** Waits for the event as an outside consumer and shows it. */
  async event(type: string, accountId: string, nth = 1): Promise<SeenEvent> {
    const event = await this.tap.see(type, accountId, this.#began, nth);
    this.narrator.event(event);
    return event;
  }

  async end(): Promise<void> {
    await this.tap.stop();
  }

  #address(name: string): string {
    const address = this.status.addresses[name];
    must(address, `the status names the address of ${name}`);
    return address;
  }
}
