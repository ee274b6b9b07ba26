import type { EventDefinition } from '@creator-connect/contracts';
import { bootstrapService } from '@creator-connect/observability';
import { UnitOfWork, type MigrationClass } from '@creator-connect/persistence';
import { createTestDatabase, type TestDatabase } from '@creator-connect/persistence/testing';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startConsuming } from '../messaging.module';
import { Outbox } from '../outbox/outbox';
import { testPrefix } from './test-prefix';

export interface TestServiceOptions {
  service: string;
  migrations: MigrationClass[];
  /** What the service has in its environment besides database, broker and log level. */
  env: Record<string, string>;
  module(env: Record<string, string | undefined>): DynamicModule;
}

export interface TestAnswer<T> {
  status: number;
  headers: Record<string, unknown>;
  body: T;
  text: string;
}

/** A whole service on a database and topics of its own, as its main.ts starts it. Needs DATABASE_URL and KAFKA_BROKERS. */
export class TestService {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: TestDatabase,
    private readonly service: string,
    /** For a further process of the same service. */
    readonly environment: Record<string, string | undefined>,
  ) {}

  static async start({ service, migrations, env, module }: TestServiceOptions): Promise<TestService> {
    const database = await createTestDatabase({ service, migrations });
    const prefix = testPrefix();
    const environment = {
      PORT: '0',
      CONNECT_PROFILE: 'local',
      PUBLIC_URL: 'http://localhost:4400',
      LOG_LEVEL: 'fatal',
      DATABASE_URL: database.appUrl,
      DATABASE_ROUTER_URL: database.routerUrl,
      KAFKA_BROKERS: process.env['KAFKA_BROKERS'],
      KAFKA_TOPIC_PREFIX: prefix,
      KAFKA_GROUP_PREFIX: prefix,
      ...env,
    };
    const app = await bootstrapService<NestFastifyApplication>({
      name: service,
      module: module(environment),
      adapter: 'fastify',
      host: '127.0.0.1',
      port: 0,
      logLevel: 'fatal',
      openApiTitle: service,
      beforeListen: startConsuming,
    });
    return new TestService(app, database, service, environment);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  async call<T = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    headers: Record<string, string> = {},
    /** Text is sent as it is. */
    body?: object | string,
  ): Promise<TestAnswer<T>> {
    const payload = body === undefined ? {} : { payload: body };
    const response = await this.app.inject({ method, url, headers, ...payload });
    const text = response.body;
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    const { statusCode: status, headers: answered } = response;
    return { status, headers: answered, text, body: (isJson && text !== '' ? JSON.parse(text) : {}) as T };
  }

  /** `METHOD /path` of every public route that the service describes. */
  async publicRoutes(headers: Record<string, string>): Promise<string[]> {
    const { body } = await this.call<{ paths: Record<string, object> }>('GET', '/internal/openapi.json', headers);
    return Object.entries(body.paths)
      .filter(([path]) => path.startsWith('/v1/'))
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  }

  /** Sends an event over Kafka, through the outbox of this very service; returns its id. */
  publish<T extends { organisationId: string }>(event: EventDefinition<T>, data: T, version = 1): Promise<string> {
    const outbox = this.app.get(Outbox);
    return this.app
      .get(UnitOfWork)
      .tenant(data.organisationId, (tx) => outbox.add(tx, event, data, { aggregateVersion: version }));
  }

  /** The relay sends the same event once more, as after a crash between send and mark. */
  async publishAgain(eventId: string): Promise<void> {
    await this.database.query(`UPDATE ${this.service}.outbox SET published_at = NULL WHERE id = $1`, [eventId]);
  }

  /** Whether an event was dealt with, well or badly. */
  async isHandled(eventId: string): Promise<boolean> {
    const rows = await this.database.query(`SELECT 1 FROM ${this.service}.inbox WHERE event_id = $1`, [eventId]);
    return rows.length === 1;
  }

  /** Payloads of what the service published of this type, in order. */
  async published(type: string): Promise<Record<string, unknown>[]> {
    const rows = await this.database.query<{ payload: Record<string, unknown> }>(
      `SELECT payload FROM ${this.service}.outbox WHERE type = $1 ORDER BY seq`,
      [type],
    );
    return rows.map(({ payload }) => payload);
  }

  /** Messages that were parked: none, unless a test means it. */
  async parked(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${this.service}.dead_letter`,
    );
    return row?.count ?? 0;
  }
}
