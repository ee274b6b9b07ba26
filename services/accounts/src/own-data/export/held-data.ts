import { AppError, requestErrors } from '@creator-connect/contracts';
import { countOwnData, readRows, type UnitOfWork } from '@creator-connect/persistence';
import type { InternalClient } from '@creator-connect/security';
import { ownDataSets } from '../own-data-sets';
import type { ExportedService } from './domain/exported-sets';
import type { Row } from './write-archive';

export interface Person {
  organisationId: string;
  influencerId: string;
}

export type Holder = Exclude<ExportedService, 'gateway'>;
type Line = { row: Row } | { rows: number };

/** What the services hold about an influencer. This one's own rows are read as the others' are, without the way between. */
export class HeldData {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly client: InternalClient,
    private readonly addresses: Readonly<Record<Exclude<Holder, 'accounts'>, string>>,
  ) {}

  /** Throws when it breaks off. */
  rows(service: Holder, set: string, person: Person): AsyncIterable<Row> {
    if (service !== 'accounts') return this.#others(service, set, person);
    return readRows(this.unitOfWork, person.organisationId, ownDataSets[set]!, [person.influencerId]);
  }

  /** How much of each set. */
  counts(service: Holder, person: Person): Promise<Record<string, number>> {
    if (service !== 'accounts') return this.client.call(this.#question(service, '/internal/own-data', person));
    return countOwnData(this.unitOfWork, person.organisationId, ownDataSets, person.influencerId);
  }

  async *#others(service: Exclude<Holder, 'accounts'>, set: string, person: Person): AsyncGenerator<Row> {
    let count = 0;
    for await (const line of this.client.lines<Line>(this.#question(service, `/internal/own-data/${set}`, person))) {
      if ('rows' in line) {
        if (line.rows === count) return;
        break;
      }
      count += 1;
      yield line.row;
    }
    throw new AppError(requestErrors.unavailable, { detail: `${service} did not give all of ${set}` });
  }

  #question(service: Exclude<Holder, 'accounts'>, path: string, { organisationId, influencerId }: Person) {
    const query = { organisationId, influencerId };
    return { baseUrl: this.addresses[service], audience: service, method: 'GET', path, query } as const;
  }
}
