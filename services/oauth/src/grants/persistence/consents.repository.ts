import type { Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
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

  async withdraw(tx: Tx, socialAccountIds: readonly string[], at: Date): Promise<void> {
    const given = { socialAccountId: In(socialAccountIds), withdrawnAt: IsNull() };
    await tx.update(ConsentEntity, given, { withdrawnAt: at });
  }
}
