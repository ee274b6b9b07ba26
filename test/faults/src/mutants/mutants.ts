/** One protection, taken out of a copy of the compiled code. */
export interface Mutant {
  /** The number of the fault whose test must notice. */
  readonly fault: number;
  readonly removed: string;
  /** Compiled file, relative to the checkout. */
  readonly file: string;
  /** Must occur exactly once, white space aside. */
  readonly find: string;
  readonly replace: string;
}

const messaging = (file: string): string => `libs/messaging/dist/${file}.js`;

const rejectedSend =
  'if (!(error instanceof broker_port_1.RecordTooLargeError)) throw error; await this.findTooLarge(batch, lease);';
const parkPoison = 'return this.parking.park(this.processor.consumer, { record, attempts: 0, ...decoded.poison });';
const admit = 'const admission = await (0, inbox_1.admit)(tx, this.consumer, message, orgId);';

export const mutants: readonly Mutant[] = [
  {
    fault: 1,
    removed: 'a relay takes lanes whose lease has run out',
    file: messaging('outbox/lane-leases'),
    find: 'OR o.lease_until IS NULL OR o.lease_until <= clock_timestamp()',
    replace: 'OR o.lease_until IS NULL',
  },
  {
    fault: 1,
    removed: 'rows are marked as published only after they were sent',
    file: messaging('outbox/lane-publisher'),
    find: 'try { await this.send(batch, lease); } catch (error) { if (error instanceof LaneLostError) throw error; metrics',
    replace:
      'try { await this.mark(lease, batch); await this.send(batch, lease); } catch (error) { if (error instanceof LaneLostError) throw error; metrics',
  },
  {
    fault: 2,
    removed: 'the inbox drops what was handled before',
    file: messaging('consuming/event-processor'),
    find: "if (!admission.isNew) return 'duplicate';",
    replace: '',
  },
  {
    fault: 3,
    removed: 'the inbox drops what was handled before',
    file: messaging('consuming/event-processor'),
    find: "if (!admission.isNew) return 'duplicate';",
    replace: '',
  },
  {
    fault: 3,
    removed: 'an inbox row is written at all',
    file: messaging('consuming/inbox'),
    find: 'SELECT $1, $2, $3, $4, $5, $6 FROM context ON CONFLICT DO NOTHING RETURNING 1)',
    replace:
      'SELECT $1, $2, $3 || gen_random_uuid()::text, $4, $5, $6 FROM context ON CONFLICT DO NOTHING RETURNING 1)',
  },
  {
    fault: 4,
    removed: 'the offset is committed after the work, not before',
    file: messaging('consuming/batch-runner'),
    find: 'const waitMs = await this.runOne(place, records[index]);',
    replace:
      'control.resolve(records[index]); await control.commit(); const waitMs = await this.runOne(place, records[index]);',
  },
  {
    fault: 4,
    removed: 'inbox row and effect are committed together',
    file: messaging('consuming/event-processor'),
    find: admit,
    replace: `await tx.query(setOrganisation, [orgId ?? '']); ${admit.replace('(tx,', '(this.unitOfWork.dataSource.manager,')}`,
  },
  {
    fault: 8,
    removed: 'one awaited send per producer',
    file: messaging('outbox/producer-pool'),
    find: 'const producer = this.idle.pop() ?? (await this.broker.createProducer()); try { await producer.send(records); } catch (error) {',
    replace:
      'const producer = await (this.shared ??= this.broker.createProducer()); try { await producer.send(records); } catch (error) { this.shared = undefined;',
  },
  {
    fault: 9,
    removed: 'a producer that gave up is never used again',
    file: messaging('outbox/producer-pool'),
    find: 'producer.disconnect().catch(() => undefined); throw error;',
    replace: 'this.idle.push(producer); throw error;',
  },
  {
    fault: 10,
    removed: 'rows whose send was rejected are sent again',
    file: messaging('outbox/lane-publisher'),
    find: rejectedSend,
    replace:
      'if (!(error instanceof broker_port_1.RecordTooLargeError)) return (await this.mark(lease, batch), true); await this.findTooLarge(batch, lease);',
  },
  {
    fault: 13,
    removed: 'a lost idle connection is only news',
    file: 'libs/persistence/dist/routing-pool.js',
    find: "this.pool.on('error', data_source_1.reportIdleClientError);",
    replace: '',
  },
  {
    fault: 13,
    removed: 'the relay goes on when the database fails it',
    file: messaging('outbox/relay'),
    find: "catch (error) { this.logger.warn({ err: error }, 'The relay cannot read the outbox at the moment'); }",
    replace: 'finally { }',
  },
  {
    fault: 19,
    removed: 'what cannot be read is parked',
    file: messaging('consuming/batch-runner'),
    find: parkPoison,
    replace: 'return;',
  },
  {
    fault: 19,
    removed: 'what cannot be read does not stop its partition',
    file: messaging('consuming/batch-runner'),
    find: parkPoison,
    replace: "throw new Error('unreadable');",
  },
  {
    fault: 20,
    removed: 'later events wait behind a parked one',
    file: messaging('consuming/event-processor'),
    find: "if (admission.isBlocked && (await this.waitBehind(tx, message))) return 'blocked';",
    replace: '',
  },
  {
    fault: 20,
    removed: 'a failing handler is given up after its tries',
    file: messaging('consuming/batch-runner'),
    find: 'return this.retryDelaysMs[tries.handler - 1];',
    replace: 'return this.retryDelaysMs[tries.handler - 1] ?? 1_000;',
  },
];
