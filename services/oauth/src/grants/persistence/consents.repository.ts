import type { Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { ConsentEntity } from './consent.entity';

@Injectable()
export class ConsentsRepository {
  async add(tx: Tx, consent: ConsentEntity): Promise<void> {
    await tx.insert(ConsentEntity, consent);
  }

  /** To the entry that theirs became part of. */
  async reassign(tx: Tx, influencerId: string, keptId: string): Promise<void> {
    await tx.update(ConsentEntity, { influencerId }, { influencerId: keptId });
  }

  async withdraw(tx: Tx, socialAccountId: string, at: Date): Promise<void> {
    await tx.update(ConsentEntity, { socialAccountId, withdrawnAt: IsNull() }, { withdrawnAt: at });
  }
}
