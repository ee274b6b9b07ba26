import { Injectable } from '@nestjs/common';
import { AppError, requestErrors } from '@creator-connect/contracts';
import type { Tx } from '@creator-connect/persistence';
import { faultsOf, type FieldValues } from '../influencer-fields/domain/influencer-fields';
import { InfluencerFieldRepository } from '../influencer-fields/persistence/influencer-field.repository';

@Injectable()
export class CheckFields {
  constructor(private readonly fields: InfluencerFieldRepository) {}

  /** Throws `request.invalid` with every fault: a required field that is missing, a value that does not fit. */
  async assertValid(tx: Tx, values: FieldValues): Promise<void> {
    const errors = faultsOf(await this.fields.list(tx), values);
    if (errors.length > 0) throw new AppError(requestErrors.invalid, { errors });
  }
}
