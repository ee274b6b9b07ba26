import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import type { InfluencerField } from '../domain/influencer-fields';

@Injectable()
export class InfluencerFieldRepository {
  /** In the order in which they are shown. */
  list(tx: Tx): Promise<InfluencerField[]> {
    return sqlRows<InfluencerField>(
      tx,
      'SELECT key, label, kind, choices, required FROM influencer_fields ORDER BY position',
    );
  }

  /** Values of a field that is left out stay where they are, and show again when the field comes back. */
  async replace(tx: Tx, organisationId: string, fields: readonly InfluencerField[]): Promise<void> {
    await sqlCount(tx, 'DELETE FROM influencer_fields', []);
    for (const [position, { key, label, kind, choices, required }] of fields.entries()) {
      await sqlCount(
        tx,
        `INSERT INTO influencer_fields (org_id, key, label, kind, choices, required, position)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [organisationId, key, label, kind, choices, required, position],
      );
    }
  }
}
