import {
  Inject,
  Injectable,
  Logger,
  Module,
  type DynamicModule,
  type INestApplication,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { sqlRows, UnitOfWork } from '@creator-connect/persistence';
import { BROKER } from './broker/broker.token';
import { TopicMismatchError, type BrokerPort } from './broker/broker.port';
import { KafkaJsBroker } from './broker/kafkajs.broker';
import { DeliveryInterceptor } from './consuming/delivery.interceptor';
import { HandlerRegistry } from './consuming/handler-registry';
import { KafkaServer } from './consuming/kafka-server';
import { deadLetterTopic } from './dead-letters/dead-letter-topic';
import { DeadLetters } from './dead-letters/dead-letters';
import { deadLettersController } from './dead-letters/dead-letters.controller';
import { Parking } from './dead-letters/parking';
import { MESSAGING_OPTIONS, type MessagingOptions } from './messaging.options';
import { gauge } from './metrics/metrics';
import { Outbox } from './outbox/outbox';
import { PublishSignal } from './outbox/publish-signal';
import { Relay } from './outbox/relay';

/** Makes sure of the topics before anything is sent, and closes the broker after everything has been. */
@Injectable()
class BrokerLifecycle implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    @Inject(BROKER) private readonly broker: BrokerPort,
  ) {}

  async onModuleInit(): Promise<void> {
    const prefix = this.options.connection.topicPrefix ?? '';
    const topics = [...this.options.publishes, ...(this.options.group ? [deadLetterTopic(this.options)] : [])];
    const specs = topics.map((topic) => ({ ...topic, name: `${prefix}${topic.name}` }));
    const deadline = Date.now() + 60_000;
    for (;;) {
      try {
        return await this.broker.ensureTopics(specs);
      } catch (error) {
        if (error instanceof TopicMismatchError || Date.now() > deadline) throw error;
        new Logger('Kafka').warn({ err: error }, 'The broker does not answer yet; trying again');
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.broker.close().catch(() => undefined);
  }
}

/** How much waits to be published, and for how long: read when /metrics asks. */
@Injectable()
class OutboxMetrics {
  constructor(@Inject(MESSAGING_OPTIONS) { service }: MessagingOptions, unitOfWork: UnitOfWork) {
    const age = gauge({
      name: 'outbox_age_seconds',
      help: 'Age of the oldest unpublished event',
      labelNames: ['service'],
    });
    gauge({
      name: 'outbox_unpublished',
      help: 'Events that wait to be published',
      labelNames: ['service'],
      async collect() {
        const [row] = await unitOfWork
          .system((tx) =>
            sqlRows<{ count: string; age: number }>(
              tx,
              `SELECT count(*) AS count, coalesce(extract(epoch FROM clock_timestamp() - min(occurred_at)), 0)::float8 AS age
                 FROM outbox WHERE published_at IS NULL`,
            ),
          )
          .catch(() => []);
        if (!row) return;
        this.set({ service }, Number(row.count));
        age.set({ service }, row.age);
      },
    });
  }
}

/** Everything a service needs to publish and to consume. Needs PersistenceModule. */
@Module({})
export class MessagingModule {
  static forRoot(options: MessagingOptions): DynamicModule {
    const { brokers, security, connectVia } = options.connection;
    const clientId = `${options.service}-${process.pid}`;
    return {
      module: MessagingModule,
      global: true,
      controllers: options.deadLetterAccess ? [deadLettersController(options.deadLetterAccess)] : [],
      providers: [
        { provide: MESSAGING_OPTIONS, useValue: options },
        {
          provide: BROKER,
          useFactory: () => options.broker ?? new KafkaJsBroker({ clientId, brokers, security, connectVia }),
        },
        { provide: APP_INTERCEPTOR, useClass: DeliveryInterceptor },
        BrokerLifecycle,
        OutboxMetrics,
        PublishSignal,
        Outbox,
        Relay,
        HandlerRegistry,
        Parking,
        DeadLetters,
        KafkaServer,
      ],
      exports: [Outbox, KafkaServer, DeadLetters, BROKER],
    };
  }
}

/** For `bootstrapService({ beforeListen: startConsuming })`: connects the service's event handlers and waits until they run. */
export async function startConsuming(app: INestApplication): Promise<void> {
  app.connectMicroservice({ strategy: app.get(KafkaServer) }, { inheritAppConfig: true });
  await app.startAllMicroservices();
}
