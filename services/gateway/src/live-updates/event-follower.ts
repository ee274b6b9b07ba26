import { InfluencerErased, InfluencerMerged, topics, type EventEnvelope } from '@creator-connect/contracts';
import { followEvents, messagingConnection, type FollowedEvents } from '@creator-connect/messaging';
import { registerReadinessCheck } from '@creator-connect/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Background } from '../background';
import { ErasePeople } from '../erasures/erase-people';
import { FollowMerges } from '../merges/follow-merges';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import type { LiveEvent } from './live-event';
import { LiveUpdates } from './live-updates';

const followed = [topics.account, topics.campaign, topics.influencer, topics.invite, topics.message];

/** Brings events from Kafka to open pages. Every process hears all of them, since any may hold any page's stream. */
@Injectable()
export class EventFollower implements OnApplicationBootstrap, OnApplicationShutdown {
  private following: FollowedEvents | undefined;

  constructor(
    private readonly updates: LiveUpdates,
    private readonly erasing: ErasePeople,
    private readonly merges: FollowMerges,
    private readonly background: Background,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.following = followEvents({
      connection: messagingConnection(this.config),
      name: 'gateway.live-updates',
      topics: followed,
      onEvent: (event) => this.hear(event),
    });
    registerReadinessCheck({ name: 'live updates', required: false, check: () => this.assertConnected() });
  }

  isConnected(): boolean {
    return this.following?.isConnected() ?? false;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.following?.stop();
  }

  private hear(event: EventEnvelope): void {
    // Heard by chance only; housekeeping asks accounts again and again.
    if (event.type === InfluencerErased.type) this.background.run('erase people', () => this.erasing.run());
    if (event.type === InfluencerMerged.type) this.background.run('follow merges', () => this.merges.run());
    const live = liveEventOf(event);
    if (live) this.updates.buffer.push(live);
  }

  private async assertConnected(): Promise<void> {
    if (!this.isConnected()) throw new Error('the broker does not answer');
  }
}

const uuid = /^[0-9a-f-]{36}$/i;

/** An event without an organisation is nobody's to see. */
function liveEventOf({ id, type, data }: EventEnvelope): LiveEvent | undefined {
  const { organisationId, influencerId } = data as { organisationId?: unknown; influencerId?: unknown };
  if (typeof organisationId !== 'string' || !uuid.test(id)) return undefined;
  return { id, type, organisationId, influencerId: typeof influencerId === 'string' ? influencerId : null, data };
}
