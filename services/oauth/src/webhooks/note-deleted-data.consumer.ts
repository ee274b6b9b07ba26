import { CollectedDataDeleted, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { Controller } from '@nestjs/common';
import { ReportedEndsRepository } from './reported-ends.repository';

/** Collected data is gone: whoever asked for it can be told. */
@Controller()
export class NoteDeletedData {
  constructor(private readonly ends: ReportedEndsRepository) {}

  @Consumes(CollectedDataDeleted)
  async handle({ data }: EventEnvelope<CollectedDataDeleted>, tx: Tx): Promise<void> {
    if (data.scope === 'all') await this.ends.dataDeleted(tx, data.accountId);
  }
}
