import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables every service's schema has for its events (column names as Debezium's outbox event router expects them).
 * None has an `org_id`: they are read and written outside any organisation's context, and hold ids and facts only.
 */
export class CreateMessaging1700000000000 implements MigrationInterface {
  name = 'CreateMessaging1700000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Rows are inserted, marked once and deleted after days, all near the ends of the table: vacuum early and often.
    await queryRunner.query(`
      CREATE TABLE outbox (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id uuid NOT NULL UNIQUE,
        aggregatetype text NOT NULL,
        aggregateid text NOT NULL,
        type text NOT NULL,
        payload jsonb,
        aggregateversion bigint NOT NULL,
        topic text NOT NULL,
        headers jsonb NOT NULL DEFAULT '{}',
        lane smallint NOT NULL,
        occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        published_at timestamptz,
        attempts smallint NOT NULL DEFAULT 0
      ) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.1)`);
    await queryRunner.query('CREATE INDEX outbox_unpublished_idx ON outbox (lane, seq) WHERE published_at IS NULL');
    // Rows arrive in the order of this column, so a BRIN index finds those that are old enough to delete for almost nothing.
    await queryRunner.query('CREATE INDEX outbox_occurred_idx ON outbox USING brin (occurred_at)');

    await queryRunner.query(`
      CREATE TABLE outbox_lane (
        lane smallint PRIMARY KEY,
        owner text,
        epoch bigint NOT NULL DEFAULT 0,
        lease_until timestamptz
      ) WITH (fillfactor = 50)`);
    await queryRunner.query('INSERT INTO outbox_lane (lane) SELECT generate_series(0, 7)');

    await queryRunner.query(`
      CREATE TABLE inbox (
        consumer text NOT NULL,
        source text NOT NULL,
        event_id text NOT NULL,
        topic text NOT NULL,
        partition integer NOT NULL,
        kafka_offset bigint NOT NULL,
        processed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (consumer, source, event_id)
      )`);
    await queryRunner.query('CREATE INDEX inbox_processed_idx ON inbox USING brin (processed_at)');

    await queryRunner.query(`
      CREATE TABLE dead_letter (
        id uuid PRIMARY KEY,
        consumer text NOT NULL,
        source text NOT NULL,
        event_id text NOT NULL,
        topic text NOT NULL,
        partition integer NOT NULL,
        kafka_offset bigint NOT NULL,
        key bytea,
        value bytea,
        headers jsonb NOT NULL DEFAULT '{}',
        status text NOT NULL CHECK (status IN ('parked', 'blocked', 'replayed', 'discarded')),
        blocks boolean NOT NULL,
        error_class text,
        error_message text,
        attempts integer NOT NULL DEFAULT 0,
        first_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        resolved_by text
      )`);
    await queryRunner.query(
      `CREATE INDEX dead_letter_open_idx ON dead_letter (consumer, key) WHERE status IN ('parked', 'blocked')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE dead_letter, inbox, outbox_lane, outbox');
  }
}
