import { Controller, Injectable, Module, SetMetadata, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AccountRemoved, InfluencerAdded, newId, type EventEnvelope } from '@creator-connect/contracts';
import { ProblemFilter, strictValidation } from '@creator-connect/observability';
import { PersistenceModule, sqlCount, UnitOfWork, type Tx } from '@creator-connect/persistence';
import type { TestDatabase } from '@creator-connect/persistence/testing';
import { Consumes, DeadLetters, MessagingModule, Outbox, startConsuming, type MessagingOptions } from '../../src';
import { migrations, orgA } from './fixture';

/** What a test makes the handler do before its effect. Undefined: nothing special. */
@Injectable()
export class Behaviour {
  before: ((event: EventEnvelope<InfluencerAdded>, tx: Tx) => Promise<void> | void) | undefined;
  readonly calls: string[] = [];
}

@Controller()
class RecordInfluencer {
  constructor(
    private readonly behaviour: Behaviour,
    private readonly outbox: Outbox,
  ) {}

  @Consumes(InfluencerAdded)
  async handle(event: EventEnvelope<InfluencerAdded>, tx: Tx): Promise<void> {
    this.behaviour.calls.push(event.id);
    await this.behaviour.before?.(event, tx);
    const { organisationId, influencerId } = event.data;
    await sqlCount(tx, 'INSERT INTO effects (org_id, influencer_id, event_id, version) VALUES ($1, $2, $3, $4)', [
      organisationId,
      influencerId,
      event.id,
      event.aggregateversion,
    ]);
    // Its own event, in the same commit; on another topic, so that nothing goes in circles.
    const own = {
      organisationId,
      influencerId,
      accountId: newId(),
      platform: 'tiktok',
      removedAt: event.time,
    } as const;
    await this.outbox.add(tx, AccountRemoved, own, { aggregateVersion: 1 });
  }
}

export interface ProbeApp {
  app: INestApplicationContext;
  behaviour: Behaviour;
  outbox: Outbox;
  unitOfWork: UnitOfWork;
  deadLetters: DeadLetters;
  emit(influencerId: string, version: number, orgId?: string): Promise<string>;
  close(): Promise<void>;
}

/** A service with one handler, made as real services are: hybrid application, global pipe and filter. */
export async function startProbe(
  database: Pick<TestDatabase, 'appUrl'>,
  options: Partial<MessagingOptions>,
): Promise<ProbeApp> {
  const messaging: MessagingOptions = {
    service: 'probe',
    group: 'probe.test',
    publishes: [InfluencerAdded.topic, AccountRemoved.topic],
    connection: { brokers: [] },
    deadLetterAccess: {
      read: SetMetadata('probe:access', 'anybody'),
      write: SetMetadata('probe:access', 'anybody'),
    },
    retryDelaysMs: [10, 20, 30, 40],
    ...options,
  };

  @Module({
    imports: [
      PersistenceModule.forRoot({ url: database.appUrl, schema: 'probe', migrations }),
      MessagingModule.forRoot({ ...messaging, relay: { pollMs: 50, ...messaging.relay } }),
    ],
    controllers: [RecordInfluencer],
    providers: [Behaviour],
  })
  class ProbeModule {}

  const app = await NestFactory.create<NestFastifyApplication>(ProbeModule, new FastifyAdapter(), { logger: false });
  app.useGlobalPipes(strictValidation());
  app.useGlobalFilters(new ProblemFilter());
  try {
    await app.init();
    await startConsuming(app);
  } catch (error) {
    await app.close();
    throw error;
  }
  const [behaviour, outbox, unitOfWork] = [app.get(Behaviour), app.get(Outbox), app.get(UnitOfWork)];
  return {
    app,
    behaviour,
    outbox,
    unitOfWork,
    deadLetters: app.get(DeadLetters),
    emit: (influencerId, aggregateVersion, organisationId = orgA) =>
      unitOfWork.tenant(organisationId, (tx) =>
        outbox.add(
          tx,
          InfluencerAdded,
          { organisationId, influencerId, by: 'import', addedAt: new Date().toISOString() },
          { aggregateVersion },
        ),
      ),
    close: () => app.close(),
  };
}
