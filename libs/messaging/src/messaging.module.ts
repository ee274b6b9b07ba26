import {
  Injectable,
  Logger,
  Module,
  type DynamicModule,
  type INestApplication,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { PersistenceLifecycle } from '@creator-connect/persistence';
import { DataSource } from 'typeorm';
import type { BrokerPort } from './broker/broker.port';
import { BROKER } from './broker/broker.token';
import { KafkaJsBroker } from './broker/kafkajs.broker';
import { BatchRunner } from './consuming/batch-runner';
import { EventProcessor } from './consuming/event-processor';
import { HandlerRegistry } from './consuming/handler-registry';
import { KafkaServer } from './consuming/kafka-server';
import { DeadLetters } from './dead-letters/dead-letters';
import { deadLettersController } from './dead-letters/dead-letters.controller';
import { Parking } from './dead-letters/parking';
import { MessagingHealth } from './health/messaging-health';
import { MESSAGING_OPTIONS, type MessagingOptions } from './messaging.options';
import { Outbox } from './outbox/outbox';
import { PublishSignal } from './outbox/publish-signal';
import { Relay, relayDefaults } from './outbox/relay';

/** Starts the relay with the application, and ends it and the broker after the last consumer and before the database. */
@Injectable()
class MessagingLifecycle implements OnApplicationBootstrap {
  constructor(
    private readonly relay: Relay,
    private readonly health: MessagingHealth,
    private readonly persistence: PersistenceLifecycle,
    private readonly broker: BrokerPort,
    private readonly relayEnabled: boolean,
  ) {}

  onApplicationBootstrap(): void {
    if (this.relayEnabled) this.relay.start();
    this.health.start();
    this.persistence.beforeClose(async () => {
      this.health.stop();
      await this.relay.stop();
      await this.broker.close();
    });
  }
}

@Module({})
export class MessagingModule {
  /** Needs PersistenceModule in the same application. Exports Outbox, DeadLetters and KafkaServer to all of it. */
  static forRoot(given: MessagingOptions): DynamicModule {
    const options: MessagingOptions = { onFatal: endProcess, ...given };
    return {
      module: MessagingModule,
      global: true,
      controllers: options.deadLetterAccess ? [deadLettersController(options.deadLetterAccess)] : [],
      providers: [
        { provide: MESSAGING_OPTIONS, useValue: options },
        { provide: BROKER, useFactory: () => options.broker ?? kafkaOf(options) },
        {
          provide: Relay,
          inject: [DataSource, BROKER, PublishSignal],
          useFactory: (dataSource: DataSource, broker: BrokerPort, signal: PublishSignal) =>
            new Relay(dataSource, broker, signal, relaySettings(options)),
        },
        {
          provide: MessagingLifecycle,
          inject: [Relay, MessagingHealth, PersistenceLifecycle, BROKER],
          useFactory: (relay: Relay, health: MessagingHealth, persistence: PersistenceLifecycle, broker: BrokerPort) =>
            new MessagingLifecycle(relay, health, persistence, broker, options.relay?.enabled ?? true),
        },
        PublishSignal,
        Outbox,
        HandlerRegistry,
        EventProcessor,
        BatchRunner,
        Parking,
        DeadLetters,
        KafkaServer,
        MessagingHealth,
      ],
      exports: [Outbox, DeadLetters, KafkaServer, Relay],
    };
  }
}

/**
 * For `beforeListen` of a service's bootstrap: connects the handlers and resolves when topics and consumer are ready. To
 * be called in services without handlers too, since it makes the topics that they publish to.
 */
export async function startConsuming(app: INestApplication): Promise<void> {
  app.connectMicroservice({ strategy: app.get(KafkaServer) }, { inheritAppConfig: true });
  await app.startAllMicroservices();
}

function kafkaOf({ service, connection }: MessagingOptions): BrokerPort {
  const { brokers, security, connectVia } = connection;
  return new KafkaJsBroker({ clientId: service, brokers, security, connectVia });
}

function relaySettings(options: MessagingOptions) {
  return {
    ...relayDefaults,
    ...options.relay,
    service: options.service,
    source: options.source ?? `/services/${options.service}`,
    topicPrefix: options.connection.topicPrefix ?? '',
  };
}

/** A supervisor starts a new process; one that only looks alive would never be replaced. */
function endProcess(error: Error): void {
  new Logger('Messaging').fatal({ err: error }, 'Messaging cannot go on; this process ends');
  process.exit(1);
}
