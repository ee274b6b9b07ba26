import { Controller } from '@nestjs/common';
import { InfluencerDataErased, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { ErasureRepository } from './persistence/erasure.repository';

@Controller()
export class NoteErased {
  constructor(private readonly erasures: ErasureRepository) {}

  @Consumes(InfluencerDataErased)
  noted({ data: { influencerId, service, erasedAt } }: EventEnvelope<InfluencerDataErased>, tx: Tx): Promise<void> {
    return this.erasures.confirm(tx, influencerId, service, erasedAt);
  }
}
