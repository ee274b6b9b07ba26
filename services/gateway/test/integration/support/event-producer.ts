import { randomBytes } from 'node:crypto';
import {
  AccountStateChanged,
  CampaignInfluencerAdded,
  newId,
  NoticePosted,
  topics,
  type EventDefinition,
} from '@creator-connect/contracts';
import { ensureTopics } from '@creator-connect/messaging/setup';
import { Kafka, logLevel, type Admin, type Producer } from 'kafkajs';

/** Publishes events as their services would, on topics of this test alone. */
export class EventProducer {
  readonly prefix = `gateway-test-${randomBytes(4).toString('hex')}.`;
  private readonly topics = [topics.account, topics.campaign, topics.influencer, topics.invite, topics.message];
  private readonly brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
  private readonly kafka = new Kafka({ clientId: 'gateway-test', brokers: this.brokers, logLevel: logLevel.NOTHING });
  private readonly producer: Producer = this.kafka.producer();
  private readonly admin: Admin = this.kafka.admin();

  async start(): Promise<void> {
    await ensureTopics(
      this.brokers,
      this.topics.map((topic) => ({ ...topic, name: this.prefix + topic.name })),
    );
    await Promise.all([this.admin.connect(), this.producer.connect()]);
  }

  publish(organisationId: string, influencerId: string): Promise<string> {
    return this.send(AccountStateChanged, {
      organisationId,
      influencerId,
      accountId: newId(),
      platform: 'instagram',
      from: 'AUTHENTICATED',
      to: 'REAUTH',
      marketplace: null,
      tracked: false,
      source: null,
      cause: 'expired',
      actor: 'platform',
      at: new Date().toISOString(),
    });
  }

  publishCampaign(organisationId: string, influencerId: string): Promise<string> {
    const addedAt = new Date().toISOString();
    return this.send(CampaignInfluencerAdded, { organisationId, campaignId: newId(), influencerId, addedAt });
  }

  publishNotice(organisationId: string): Promise<string> {
    const postedAt = new Date().toISOString();
    return this.send(NoticePosted, { organisationId, noticeId: newId(), kind: 'reauth', postedAt });
  }

  private async send<T>(event: EventDefinition<T>, data: T): Promise<string> {
    const id = newId();
    const headers = {
      ce_specversion: '1.0',
      ce_id: id,
      ce_source: '/services/any',
      ce_type: event.type,
      ce_time: new Date().toISOString(),
      ce_dataschema: event.dataschema,
    };
    await this.producer.send({
      topic: this.prefix + event.topic.name,
      messages: [{ key: event.key(data), value: JSON.stringify(event.produce(data)), headers }],
    });
    return id;
  }

  async publishGarbage(): Promise<void> {
    await this.producer.send({ topic: this.prefix + topics.account.name, messages: [{ key: 'x', value: '{' }] });
  }

  async stop(): Promise<void> {
    await this.producer.disconnect();
    await this.admin.deleteTopics({ topics: this.topics.map((topic) => this.prefix + topic.name) });
    await this.admin.disconnect();
  }
}
